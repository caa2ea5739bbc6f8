package dev.sluice.cli.health;

import dev.sluice.state.store.Peer;
import dev.sluice.state.store.PeerView;
import dev.sluice.state.store.StoreView;
import dev.sluice.state.text.SafeText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How far a site and its peers have come with each other. */
public final class FeedChecks {
  private static final String NAME = "feed";
  private static final Duration LONG = Duration.ofDays(30);

  private FeedChecks() {}

  /** One finding for each peer. */
  public static List<Finding> of(StoreView view, Clock clock) {
    return view.peers().stream().map(peer -> of(peer, view.peer(peer.name()), clock)).toList();
  }

  private static Finding of(Peer peer, PeerView known, Clock clock) {
    long unconfirmed = known.feedHead() - peer.ackedPosition();
    SafeText found =
        SafeText.sentence(
            "{}: of {} batches sent, {} are not confirmed; {} came in; {}",
            peer.name(),
            known.feedHead(),
            unconfirmed,
            peer.inPosition(),
            peer.heardAt().map(at -> "last heard on " + at).orElse("never heard"));
    Instant since = peer.heardAt().orElse(clock.instant());
    return unconfirmed > 0 && since.plus(LONG).isBefore(clock.instant())
        ? Finding.warn(
            NAME,
            found,
            "A stick may be lost; nothing is to be repaired. Each export repeats what is not"
                + " confirmed: sluice export --out STICK.")
        : Finding.ok(NAME, found);
  }
}
