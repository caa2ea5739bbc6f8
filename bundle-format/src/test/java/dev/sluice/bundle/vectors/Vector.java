package dev.sluice.bundle.vectors;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.model.RejectionReason;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code vector.txt} says of a bundle.
 *
 * @param expect why it is refused; empty when it is accepted
 * @param step where
 * @param pairing what the reader knows
 * @param incoming which way the reader takes bundles from
 * @param attack what was done to it
 * @param note more about it, or nothing
 */
record Vector(
    Optional<RejectionReason> expect,
    Step step,
    Party pairing,
    Direction incoming,
    String attack,
    String note) {
  static final String FILE = "vector.txt";
  private static final String ACCEPTED = "ACCEPTED";

  static Vector of(Attack attack) {
    return new Vector(
        Optional.of(attack.expect()),
        attack.step(),
        attack.pairing(),
        attack.incoming(),
        attack.value(),
        attack.note());
  }

  static Vector of(Good good) {
    return new Vector(
        Optional.empty(), Step.OPEN, good.pairing(), good.direction(), "none", good.value());
  }

  byte[] bytes() {
    String text =
        "expect: %s\nstep: %s\npairing: %s\nincoming: %s\nattack: %s\nnote: %s\n"
            .formatted(
                expect.map(Enum::name).orElse(ACCEPTED), step, pairing, incoming, attack, note);
    return text.replace(": \n", ":\n").getBytes(UTF_8);
  }

  static Vector parse(byte[] file) {
    Map<String, String> fields = new LinkedHashMap<>();
    new String(file, UTF_8)
        .lines()
        .map(line -> line.split(":", 2))
        .forEach(words -> fields.put(words[0], words[1].strip()));
    String expect = fields.get("expect");
    return new Vector(
        expect.equals(ACCEPTED) ? Optional.empty() : Optional.of(RejectionReason.valueOf(expect)),
        fields.get("step").equals("verify") ? Step.VERIFY : Step.OPEN,
        Party.of(fields.get("pairing")),
        Direction.from(fields.get("incoming").split("-to-", 2)[0]),
        fields.get("attack"),
        fields.get("note"));
  }
}
