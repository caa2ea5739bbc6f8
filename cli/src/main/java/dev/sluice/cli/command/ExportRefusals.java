package dev.sluice.cli.command;

import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.exporter.ExportRefusedException;
import dev.sluice.state.text.SafeText;

/** Why nothing leaves, as a report. */
final class ExportRefusals {
  private ExportRefusals() {}

  static CliException of(ExportRefusedException e) {
    CliException refusal =
        new CliException(exit(e.reason()), SafeText.sentence("{}", e.getMessage()))
            .fact("reason", e.reason().name())
            .because(e);
    return switch (e.reason()) {
      case PRIVATE_NOT_CONFIRMED, STALE ->
          refusal.help(SafeText.literal("see what would leave: sluice export --dry-run"));
      case TOO_LARGE -> refusal.help(SafeText.literal("larger volumes help: --volume-size 3900M"));
      case EXPIRED -> refusal.help(SafeText.literal("sluice key rotate"));
      case NOT_KEPT, OUTBOX_DAMAGED ->
          refusal.help(
              SafeText.literal(
                  "make a new one, which carries all of it: sluice export --out stick"));
      case NO_SUCH_VOLUME ->
          refusal.help(SafeText.literal("the names are those of the files in the bundle's folder"));
    };
  }

  private static ExitCode exit(ExportRefusedException.Reason reason) {
    return switch (reason) {
      case PRIVATE_NOT_CONFIRMED -> ExitCode.CANCELLED;
      case STALE -> ExitCode.STALE;
      case TOO_LARGE -> ExitCode.UNSAFE_CONTENT;
      case EXPIRED -> ExitCode.KEY;
      case NOT_KEPT, NO_SUCH_VOLUME -> ExitCode.USAGE;
      case OUTBOX_DAMAGED -> ExitCode.STORE;
    };
  }
}
