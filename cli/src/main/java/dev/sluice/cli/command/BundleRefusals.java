package dev.sluice.cli.command;

import dev.sluice.bundle.model.BundleRejectedException;
import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.state.text.SafeText;

/** Bundles that were refused, as reports. */
final class BundleRefusals {
  private BundleRefusals() {}

  static CliException of(BundleRejectedException e) {
    ExitCode exit = exit(e);
    CliException refusal =
        new CliException(exit, SafeText.sentence("{}", String.valueOf(e.getMessage())))
            .because(e)
            .fact("reason", e.reason().name())
            .fact("file", e.subject());
    return switch (e.reason()) {
      case PAIRING_SUPERSEDED ->
          refusal
              .meaning(SafeText.literal("Nothing is lost: the next bundle carries it again."))
              .help(
                  SafeText.literal("take the finished pairing back to the sender: sluice peer add"))
              .help(SafeText.literal("then export again over there"));
      case KEY_REVOKED ->
          refusal
              .meaning(SafeText.literal("Whoever holds a stolen key can make such bundles."))
              .help(SafeText.literal("call the sender; see docs/operations.md, stolen key"));
      case PAIRING_EXPIRED ->
          refusal.help(SafeText.literal("renew the pairing, on either side: sluice key rotate"));
      case WRONG_RECIPIENT -> refusal.help(SafeText.literal("use the right stick"));
      default ->
          exit == ExitCode.DAMAGED
              ? refusal.help(SafeText.literal("copy the stick again, or export again over there"))
              : refusal.meaning(SafeText.literal("Don't copy files off this stick by hand."));
    };
  }

  private static ExitCode exit(BundleRejectedException e) {
    return switch (e.reason()) {
      case SIGNATURE_INVALID,
          SIGNATURE_MISSING,
          SIGNER_NOT_PRESENT,
          UNKNOWN_SIGNER,
          PAIRING_SUPERSEDED,
          KEY_REVOKED ->
          ExitCode.SIGNATURE_INVALID;
      case PAIRING_EXPIRED -> ExitCode.KEY;
      case WRONG_RECIPIENT, OWN_BUNDLE, NO_IDENTITY -> ExitCode.WRONG_RECIPIENT;
      case NOT_A_BUNDLE, FILE_MISSING, FILE_DAMAGED -> ExitCode.DAMAGED;
      case UNDECLARED_FILE,
          NOT_A_FILE,
          LIMIT,
          SUMS_FORM,
          MANIFEST_FORM,
          UNKNOWN_FORMAT,
          PAIRING_POLICY,
          VOLUME_FORM,
          EXPANSION,
          CONTENTS_MISMATCH ->
          ExitCode.UNSAFE_CONTENT;
    };
  }
}
