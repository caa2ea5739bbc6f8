package dev.sluice.cli.command;

import static java.util.stream.Collectors.joining;

import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.pairing.Demand;
import dev.sluice.bundle.pairing.Pairing;
import dev.sluice.bundle.pairing.PairingWords;
import dev.sluice.bundle.pairing.SignedPairing;
import dev.sluice.bundle.pairing.Supersession;
import dev.sluice.cli.console.Facts;
import dev.sluice.cli.site.PeerFolder;
import dev.sluice.cli.site.SiteException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.TreeMap;

/** What is said of a pairing wherever one is shown. */
final class PeerFacts {
  private PeerFacts() {}

  static Facts of(String name, SignedPairing signed) {
    Pairing pairing = signed.pairing();
    Facts facts =
        Facts.none()
            .and("peer", name)
            .and("low", pairing.low().name() + "  " + pairing.low().signing().fingerprint())
            .and("high", pairing.high().name() + "  " + pairing.high().signing().fingerprint())
            .and("suite", pairing.suite().word())
            .and("low to high", pairing.payload(Direction.LOW_TO_HIGH).toString())
            .and("high to low", pairing.payload(Direction.HIGH_TO_LOW).toString())
            .and("expires", pairing.expires().toString())
            .and("words", String.join(" ", PairingWords.of(pairing.digest())))
            .and("signed by", signers(signed));
    if (!pairing.demands().isEmpty()) {
      String words =
          pairing.demands().stream().sorted().map(Demand::toString).collect(joining(", "));
      facts = facts.and("demands", words);
    }
    return withLimits(facts, pairing);
  }

  private static Facts withLimits(Facts facts, Pairing pairing) {
    return pairing.supersedes().map(older -> facts.and(limits(older))).orElse(facts);
  }

  /** How many pairings there were, and the last bundles that count under the one before. */
  private static Facts limits(Supersession older) {
    Facts facts = Facts.none().and("version", older.version());
    for (Direction direction : Direction.values()) {
      String label = "old pairing counts " + direction.sender() + " to " + direction.recipient();
      facts = facts.and(label, "up to bundle " + older.last().get(direction));
    }
    return facts;
  }

  /** Keys of {@code peer} that are revoked, each with the last bundle that counts. */
  static Facts revoked(PeerFolder peers, String peer) throws IOException, SiteException {
    var keys = new ArrayList<String>();
    new TreeMap<>(peers.revocations(peer).last())
        .forEach((key, last) -> keys.add(key + " after bundle " + last));
    return keys.isEmpty() ? Facts.none() : Facts.none().and("revoked", String.join(", ", keys));
  }

  static String signers(SignedPairing signed) {
    var sides = new ArrayList<String>();
    for (Direction sends : Direction.values()) {
      if (signed.isSignedBy(sends)) {
        sides.add(signed.pairing().sender(sends).name());
      }
    }
    return sides.isEmpty() ? "nobody yet" : String.join(", ", sides);
  }
}
