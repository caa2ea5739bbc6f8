package dev.sluice.cli.command;

import dev.sluice.api.DisclosureRefusedException;
import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.state.text.SafeText;

/** Why private items do not leave with their batch, and whom to ask. */
final class DisclosureRefusals {
  private DisclosureRefusals() {}

  static CliException of(DisclosureRefusedException e) {
    CliException refusal =
        new CliException(exit(e), SafeText.sentence("{}", String.valueOf(e.getMessage())))
            .fact("reason", e.reason().name())
            .because(e);
    return switch (e.reason()) {
      case BATCH_REJECTED ->
          refusal
              .meaning(SafeText.literal("Nothing was released. A rejection is not passed over."))
              .help(
                  SafeText.sentence(
                      "if it no longer holds: sluice reset {} --outgoing, then again", e.root()));
      case BATCH_IGNORED ->
          refusal
              .meaning(SafeText.literal("Nothing was released."))
              .help(SafeText.sentence("sluice unignore {}, then again", e.root()));
      case NO_REASON -> refusal.help(SafeText.literal("--reason TEXT; it stays on this side"));
      case STALE -> refusal.help(SafeText.literal("run it again"));
    };
  }

  private static ExitCode exit(DisclosureRefusedException e) {
    return switch (e.reason()) {
      case BATCH_REJECTED, BATCH_IGNORED -> ExitCode.NEEDS_REVIEW;
      case NO_REASON -> ExitCode.USAGE;
      case STALE -> ExitCode.STALE;
    };
  }
}
