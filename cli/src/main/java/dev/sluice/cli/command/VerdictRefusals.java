package dev.sluice.cli.command;

import dev.sluice.api.VerdictRefusedException;
import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.state.text.SafeText;

/** Why a verdict was not recorded, and what to say instead. */
final class VerdictRefusals {
  private VerdictRefusals() {}

  static CliException of(VerdictRefusedException e) {
    ExitCode exit =
        e.reason() == VerdictRefusedException.Reason.STALE ? ExitCode.STALE : ExitCode.USAGE;
    CliException refusal = Refusals.refusal(exit, e);
    return switch (e.reason()) {
      case NO_REASON ->
          refusal.help(SafeText.literal("sluice reject ID --reason TEXT; the requester is told"));
      case REASON_TOO_LONG ->
          refusal.help(SafeText.literal("say it shorter; --note TEXT keeps the rest on this side"));
      case NO_CONFLICT ->
          refusal.fact("status", e.found()).help(SafeText.literal("approve it without --take"));
      case IGNORED -> refusal.help(SafeText.sentence("sluice unignore {}", e.root()));
      case NOT_IGNORED -> refusal.fact("standing", e.found());
      case UNDECIDED -> refusal;
      case STALE -> refusal.help(SafeText.literal("sluice batch list"));
    };
  }
}
