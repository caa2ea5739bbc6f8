package dev.sluice.importer.quarantine;

import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.Digest;
import dev.sluice.canonical.Fields;
import dev.sluice.canonical.Json;
import dev.sluice.canonical.JsonLimits;
import dev.sluice.canonical.NotCanonicalException;
import java.time.Instant;

/**
 * Why a bundle is in quarantine.
 *
 * @param peer who sealed it
 * @param number the sender's number for it
 * @param root digest that names it
 * @param at when it was refused
 * @param reason the word of the refusal, such as {@code FORK}
 * @param sentence the same in plain words
 */
public record KeptBundle(
    String peer, long number, Digest root, Instant at, String reason, String sentence) {
  private static final String FORMAT = "sluice-quarantine/1";
  private static final int ID_DIGITS = 8;

  /** What people call it. */
  public String id() {
    return "qn-" + root.hex().substring(0, ID_DIGITS);
  }

  byte[] bytes() {
    return CanonicalJson.write(
        Json.object()
            .put("at", at.toEpochMilli())
            .put("format", FORMAT)
            .put("number", number)
            .put("peer", peer)
            .put("reason", reason)
            .put("root", root)
            .put("sentence", sentence)
            .build());
  }

  static KeptBundle parse(byte[] bytes) throws NotCanonicalException {
    Fields fields = Fields.of("quarantine", CanonicalJson.parseObject(bytes, JsonLimits.SMALL));
    if (!fields.text("format").equals(FORMAT)) {
      throw fields.refused("format", "is of another version");
    }
    var kept =
        new KeptBundle(
            fields.text("peer"),
            fields.integer("number", 1, Json.MAX_INTEGER),
            fields.digest("root"),
            Instant.ofEpochMilli(fields.integer("at", 0, Json.MAX_INTEGER)),
            fields.text("reason"),
            fields.text("sentence"));
    fields.end();
    return kept;
  }
}
