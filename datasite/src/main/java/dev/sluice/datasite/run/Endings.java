package dev.sluice.datasite.run;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits that an interrupt does not cut short, for steps that have to be finished. */
final class Endings {
  private Endings() {}

  /** Whether {@code process} ended within {@code most}. */
  static boolean await(Process process, Duration most) {
    return await(process.onExit(), most);
  }

  /** Whether {@code future} was completed within {@code most}. */
  static boolean await(CompletableFuture<?> future, Duration most) {
    try {
      future.copy().orTimeout(most.toMillis(), TimeUnit.MILLISECONDS).join();
      return true;
    } catch (CompletionException e) {
      return !(e.getCause() instanceof TimeoutException);
    }
  }
}
