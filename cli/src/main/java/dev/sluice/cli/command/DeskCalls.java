package dev.sluice.cli.command;

import dev.sluice.cli.console.CliException;
import dev.sluice.state.text.SafeText;
import dev.sluice.web.desk.DeskException;
import dev.sluice.web.desk.DeskException.Reason;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Turns what a site refuses into what the review page understands, by the texts of the commands.
 */
final class DeskCalls {
  private DeskCalls() {}

  static <T> T doing(Callable<T> work) throws DeskException {
    try {
      return work.call();
    } catch (DeskException e) {
      throw e;
    } catch (Exception e) {
      throw refusal(Refusals.of(e));
    }
  }

  private static DeskException refusal(RuntimeException failure) {
    if (!(failure instanceof CliException refusal)) {
      throw failure;
    }
    Reason reason =
        switch (refusal.exit()) {
          case STALE -> Reason.STALE;
          case LOCKED -> Reason.BUSY;
          case STORE, MEDIA, SIGNATURE_INVALID -> Reason.SITE;
          default -> Reason.REFUSED;
        };
    return new DeskException(reason, refusal.sentence(), refusal.help(), refusal);
  }

  static DeskException stale() {
    return new DeskException(
        Reason.STALE,
        SafeText.literal("what was shown is not what there is now; nothing was recorded"),
        List.of(),
        null);
  }
}
