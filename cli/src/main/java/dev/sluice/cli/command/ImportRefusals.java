package dev.sluice.cli.command;

import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.Effect;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.importer.receive.ImportRefusedException;
import dev.sluice.state.feed.Continuity;
import dev.sluice.state.text.SafeText;

/** Genuine bundles that cannot be taken in, as reports: which site has to do what. */
final class ImportRefusals {
  private static final SafeText ASIDE = SafeText.literal("The bundle is put aside, whole.");
  private static final SafeText LOOK = SafeText.literal("sluice quarantine list");

  private ImportRefusals() {}

  static CliException of(ImportRefusedException e) {
    ExitCode exit =
        switch (e.reason()) {
          case REPLAY -> ExitCode.REPLAY;
          case HISTORY, BASE_MISSING -> ExitCode.HISTORY;
          case CONTENT -> ExitCode.UNSAFE_CONTENT;
          case NO_SPACE -> ExitCode.MEDIA;
        };
    CliException refusal = Refusals.refusal(exit, e);
    e.importedAt().ifPresent(at -> refusal.fact("imported", at.toString()));
    if (e.reason() == ImportRefusedException.Reason.CONTENT) {
      refusal.meaning(ASIDE).help(LOOK);
    }
    if (e.reason() == ImportRefusedException.Reason.BASE_MISSING) {
      refusal
          .fact("reason", e.reason().name())
          .help(SafeText.literal("export again over there with --whole and use that bundle"));
    }
    e.verdict().ifPresent(verdict -> advise(refusal.fact("reason", verdict.name()), verdict));
    return refusal;
  }

  private static void advise(CliException refusal, Continuity.Verdict verdict) {
    switch (verdict) {
      case ROLLED_BACK, UNKNOWN_INCARNATION ->
          refusal
              .effect(Effect.SOMETHING_CHANGED)
              .meaning(
                  SafeText.literal(
                      "This site runs from an old copy of itself. It is frozen now: it can be looked"
                          + " at, but changes nothing and sends nothing."))
              .help(SafeText.literal("sluice site recover"));
      case FORK ->
          refusal
              .meaning(ASIDE)
              .help(
                  SafeText.literal(
                      "export here and import it over there; if that site is found to be restored,"
                          + " run sluice site recover there"))
              .help(LOOK);
      case STALE_BASE, GAP, PEER_ROLLED_BACK ->
          refusal
              .meaning(
                  SafeText.literal(
                      "It is an old stick. Nothing has to be repaired. It is put aside."))
              .help(SafeText.literal("export again over there and use that bundle"));
      default -> {}
    }
  }
}
