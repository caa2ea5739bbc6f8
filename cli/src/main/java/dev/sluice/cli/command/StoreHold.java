package dev.sluice.cli.command;

import dev.sluice.cli.console.Console;
import dev.sluice.cli.site.Guard;
import dev.sluice.cli.site.SiteFolder;
import dev.sluice.state.store.StateStore;
import dev.sluice.state.store.StoreException;
import dev.sluice.state.text.SafeText;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

/**
 * The store of a command's site, opened and locked when it is first used. What cannot be tidied or
 * guarded beside it is a warning: the store itself is good.
 */
final class StoreHold implements AutoCloseable {
  private final SiteFolder site;
  private final Clock clock;
  private final Console console;
  private Optional<StateStore> open = Optional.empty();
  private long sequenceAtOpening;

  StoreHold(SiteFolder site, Clock clock, Console console) {
    this.site = site;
    this.clock = clock;
    this.console = console;
  }

  /**
   * The store, locked.
   *
   * @param actor who opens it, for the audit log
   */
  StateStore open(String actor) throws StoreException {
    if (open.isEmpty()) {
      StateStore store = StateStore.open(site.store(), clock);
      open = Optional.of(store);
      sequenceAtOpening = sequence(store);
      clearRemains();
      guard(() -> new Guard(site).check(store, actor));
    }
    return open.get();
  }

  private interface GuardWork {
    void run() throws IOException, StoreException;
  }

  private void guard(GuardWork work) throws StoreException {
    try {
      work.run();
    } catch (IOException e) {
      console.warn(SafeText.sentence("the guard of {} cannot be read or written", site.path()));
    }
  }

  private void clearRemains() {
    try {
      site.clearRemains();
    } catch (IOException e) {
      console.warn(SafeText.sentence("what a killed command left in {} stays there", site.path()));
    }
  }

  private static long sequence(StateStore store) throws StoreException {
    return store.<Long, RuntimeException>read(view -> view.audit().sequence());
  }

  /** Whether something was written since the store was opened; so it is if nobody can tell. */
  boolean hasWritten() {
    try {
      return open.isPresent() && sequence(open.get()) != sequenceAtOpening;
    } catch (StoreException e) {
      return true;
    }
  }

  /** Gives the store back; the next use opens it again. */
  @Override
  public void close() throws StoreException {
    if (open.isPresent()) {
      StateStore store = open.get();
      open = Optional.empty();
      try (store) {
        guard(() -> new Guard(site).keep(store));
      }
    }
  }
}
