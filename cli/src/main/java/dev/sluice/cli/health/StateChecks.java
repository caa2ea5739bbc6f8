package dev.sluice.cli.health;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.site.Guard;
import dev.sluice.state.store.Freeze;
import dev.sluice.state.store.ReadOnlyStore;
import dev.sluice.state.store.StoreException;
import dev.sluice.state.store.StoreView;
import dev.sluice.state.text.SafeText;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What the store of a site tells about itself without being opened for writing. */
public final class StateChecks {
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private final ReadOnlyStore store;

  public StateChecks(ReadOnlyStore store) {
    this.store = store;
  }

  /** The settings that durability rests on, as SQLite gives them back. */
  public Finding settings() throws StoreException {
    Map<String, String> settings = store.settings();
    return Finding.ok(
        "store",
        SafeText.sentence(
            "journal {}, synchronous {}",
            settings.get("journal_mode"),
            settings.get("synchronous")));
  }

  /** Whether the site may write, and will still at the next command. */
  public Finding frozen(Guard guard) throws IOException, StoreException {
    Optional<String> evidence =
        store.<Optional<Freeze>, RuntimeException>read(StoreView::freeze).map(Freeze::evidence);
    if (evidence.isEmpty()) {
      evidence = store.read(guard::evidenceAgainst);
    }
    return evidence
        .map(
            found ->
                Finding.fail(
                    ExitCode.HISTORY,
                    "frozen",
                    SafeText.sentence("it runs from an old copy of itself: {}", found),
                    "sluice site recover"))
        .orElseGet(() -> Finding.ok("frozen", SafeText.literal("no")));
  }

  /** Whether the clock is where the newest entry of the log says it must be by now. */
  public Finding clock(Clock clock) throws StoreException {
    Instant newest = store.<Instant, RuntimeException>read(view -> view.audit().newestTime());
    Instant now = clock.instant();
    return now.plus(TOLERANCE).isBefore(newest)
        ? Finding.fail(
            ExitCode.CHECK_FAILED,
            "clock",
            SafeText.sentence("it says {}, and the audit log goes up to {}", now, newest),
            "Set the clock: pairings expire by it, and the log tells when things happened.")
        : Finding.ok("clock", SafeText.of(now.toString()));
  }
}
