package dev.sluice.cli.health;

import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.pairing.SignedPairing;
import dev.sluice.cli.site.PeerFolder;
import dev.sluice.cli.site.SiteException;
import dev.sluice.cli.site.SiteFolder;
import dev.sluice.state.text.SafeText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Whether there are peers, and whether the pairings with them are in force. */
public final class PairingCheck {
  private static final String NAME = "pairing";
  private static final String HERE = "this site";

  private final SiteFolder site;
  private final PeerFolder peers;

  public PairingCheck(SiteFolder site) {
    this.site = site;
    this.peers = PeerFolder.of(site);
  }

  /** One finding for each peer, and one for each of {@code warnings}. */
  public List<Finding> look(List<SafeText> warnings) throws IOException, SiteException {
    var findings = new ArrayList<Finding>();
    warnings.forEach(warning -> findings.add(Finding.warn(NAME, warning, "sluice key rotate")));
    List<String> names = peers.names();
    for (String name : names) {
      findings.add(of(name));
    }
    if (names.isEmpty()) {
      findings.add(Finding.warn(NAME, SafeText.literal("no peer yet"), "sluice peer add CARD"));
    }
    return findings;
  }

  private Finding of(String peer) throws IOException, SiteException {
    SignedPairing present = peers.find(peer);
    SignedPairing waiting = peers.proposed(peer).orElse(present);
    if (waiting.confirmed().isPresent()) {
      return Finding.ok(
          NAME, SafeText.sentence("{}: in force until {}", peer, waiting.pairing().expires()));
    }
    String state = present.confirmed().isPresent() ? "a new one is proposed" : "not in force";
    Finding finding =
        Finding.warn(
            NAME, SafeText.sentence("{}: {}, not signed by {}", peer, state, missing(waiting)));
    return missing(waiting).startsWith(HERE)
        ? finding.then(SafeText.sentence("sluice peer confirm {}", peer))
        : finding.then(
            SafeText.sentence(
                "Carry {} over there: sluice peer add, sluice peer confirm; and bring it back for"
                    + " sluice peer add here.",
                site.path().relativize(peers.pairingFile(peer))));
  }

  private String missing(SignedPairing pairing) {
    return String.join(
        " and ",
        List.of(Direction.values()).stream()
            .filter(direction -> !pairing.isSignedBy(direction))
            .map(direction -> pairing.pairing().sender(direction).name())
            .map(name -> name.equals(site.name()) ? HERE : name)
            .sorted(Comparator.comparing(name -> !name.equals(HERE)))
            .toList());
  }
}
