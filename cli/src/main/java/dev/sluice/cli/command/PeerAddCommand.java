package dev.sluice.cli.command;

import dev.sluice.bundle.age.AgeException;
import dev.sluice.bundle.age.AgeSuite;
import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.model.PayloadMode;
import dev.sluice.bundle.pairing.Card;
import dev.sluice.bundle.pairing.Demand;
import dev.sluice.bundle.pairing.Pairing;
import dev.sluice.bundle.pairing.PairingException;
import dev.sluice.bundle.pairing.SignedCard;
import dev.sluice.bundle.pairing.SignedPairing;
import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Facts;
import dev.sluice.cli.site.SiteException;
import dev.sluice.cli.site.SiteKind;
import dev.sluice.state.text.SafeText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes in a card or a pairing. */
@Command(
    name = "add",
    header = "Take in the other side's card, or a pairing that it has signed.",
    description = {
      "A card is merged with this site's own into a pairing; the suite and the payload modes are",
      "chosen here. A pairing has to hold this site's card unchanged. One that supersedes the",
      "pairing in force has to be signed by it and waits until both sides have confirmed it."
    },
    footer = {"sluice peer add low-lab.card", "sluice peer add low-lab.card --suite x25519"})
public final class PeerAddCommand extends SiteCommand {
  private static final int YEARS = 2;
  private static final int LONGEST_FILE = 1 << 20;

  @Parameters(paramLabel = "FILE", description = "A card or pairing.json.")
  private Path file;

  @Option(
      names = "--suite",
      paramLabel = "SUITE",
      description = "mlkem768x25519 (default) or x25519.")
  private String suite = AgeSuite.MLKEM768X25519.word();

  @Option(
      names = "--plain",
      paramLabel = "DIRECTION",
      description = "Leave bundles of low-to-high or high-to-low unencrypted.")
  private List<String> plain = List.of();

  @Option(
      names = "--demand",
      paramLabel = "WORD",
      description =
          "composite: a second, post-quantum signature on each bundle. user-verification: hardware"
              + " keys check PIN or finger.")
  private List<String> demands = List.of();

  public PeerAddCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session) throws Exception {
    byte[] bytes = read(invocation().resolve(file));
    SignedPairing taken = isCard(bytes) ? merge(session, bytes) : adopt(session, bytes);
    String name = session.peers().peerName(taken.pairing());
    PeerReplacement.check(session, name, taken);
    SignedPairing pairing = withKnownSignatures(session, name, taken);
    PeerRecords.keep(session, name, pairing);
    Facts facts = PeerFacts.of(name, pairing);
    SafeText next = next(session, pairing, name);
    return session
        .invocation()
        .answer(
            "sluice.peer/1",
            facts.json(),
            console -> {
              console.out().print(facts);
              console.out().print(next);
            });
  }

  private SafeText next(Session session, SignedPairing pairing, String name)
      throws IOException, SiteException {
    if (pairing.confirmed().isPresent()) {
      return session.site().kind() == SiteKind.GUARD
          ? SafeText.literal(
              "Compare the words with both sides before relying on this guard. Bundles of both"
                  + " directions can be verified now.")
          : SafeText.sentence("{} is confirmed by both sides. Bundles can cross.", name);
    }
    Path carried = session.peers().pairingFile(name);
    return isSignedHere(session, pairing)
        ? SafeText.sentence("Next: carry {} to the other side, for peer add there.", carried)
        : SafeText.sentence(
            "Bundles are refused until both sides confirm. Next: both sides take in {} with peer"
                + " add, read its words to each other, and type: sluice peer confirm {}",
            carried,
            name);
  }

  private static boolean isSignedHere(Session session, SignedPairing pairing) {
    return session.site().kind().sends().filter(pairing::isSignedBy).isPresent();
  }

  /** An older copy of a pairing never takes away a signature that is known here. */
  private static SignedPairing withKnownSignatures(
      Session session, String name, SignedPairing taken) throws Exception {
    if (!session.peers().names().contains(name)) {
      return taken;
    }
    SignedPairing known = taken.withSignaturesOf(session.peers().find(name));
    return session.peers().proposed(name).map(known::withSignaturesOf).orElse(known);
  }

  private static byte[] read(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(LONGEST_FILE);
    }
  }

  private static boolean isCard(byte[] bytes) {
    return new String(bytes, java.nio.charset.StandardCharsets.UTF_8).startsWith("{\"card\":");
  }

  private SignedPairing merge(Session session, byte[] bytes) throws Exception {
    Card own = session.keys().card().card();
    Card other = SignedCard.parse(bytes).card();
    if (own.sends() == other.sends()) {
      throw new PairingException(
          PairingException.Reason.WRONG_SIDE, "the card is of the same side as this site");
    }
    boolean ownIsLow = own.sends() == Direction.LOW_TO_HIGH;
    var payload = new EnumMap<Direction, PayloadMode>(Direction.class);
    for (Direction direction : Direction.values()) {
      payload.put(direction, mode(direction));
    }
    LocalDate today = LocalDate.now(invocation().environment().clock());
    return SignedPairing.unsigned(
        new Pairing(
            ownIsLow ? own : other,
            ownIsLow ? other : own,
            chosenSuite(),
            payload,
            today.plusYears(YEARS),
            demands(own, other),
            Optional.empty()));
  }

  private Set<Demand> demands(Card own, Card other) {
    Set<Demand> demanded = EnumSet.noneOf(Demand.class);
    for (Demand demand : Demand.values()) {
      if (demands.contains(demand.toString())) {
        demanded.add(demand);
      }
    }
    if (demanded.size() != Set.copyOf(demands).size()) {
      throw new CliException(ExitCode.USAGE, SafeText.literal("there is no such demand"))
          .help(SafeText.literal("composite or user-verification"));
    }
    boolean able = own.composite().isPresent() && other.composite().isPresent();
    if (demanded.contains(Demand.COMPOSITE) && !able) {
      throw new CliException(
              ExitCode.USAGE, SafeText.literal("composite signatures need a key on both cards"))
          .help(SafeText.literal("sluice key generate --composite"));
    }
    return demanded;
  }

  private PayloadMode mode(Direction direction) {
    return plain.contains(direction.toString()) ? PayloadMode.PLAIN : PayloadMode.AGE;
  }

  private AgeSuite chosenSuite() {
    try {
      return AgeSuite.parse(suite);
    } catch (AgeException e) {
      throw new CliException(ExitCode.USAGE, SafeText.sentence("there is no suite {}", suite))
          .help(SafeText.literal("mlkem768x25519 or x25519"));
    }
  }

  private static SignedPairing adopt(Session session, byte[] bytes) throws Exception {
    SignedPairing pairing = SignedPairing.parse(bytes);
    if (session.site().kind() == SiteKind.GUARD) {
      if (pairing.confirmed().isEmpty()) {
        throw new PairingException(
            PairingException.Reason.SIGNATURE_INVALID,
            "a guard takes only a pairing that both sides have signed");
      }
      return pairing;
    }
    PeerReplacement.checkOwnCard(session, pairing.pairing());
    return pairing;
  }
}
