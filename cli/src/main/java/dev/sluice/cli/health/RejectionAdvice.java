package dev.sluice.cli.health;

import dev.sluice.bundle.model.BundleRejectedException;
import dev.sluice.bundle.model.Routing;
import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.state.store.BundleEntry;
import dev.sluice.state.text.SafeText;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What to do about a bundle that is refused where it lies. */
public final class RejectionAdvice {
  private final Function<BundleRejectedException, CliException> refusals;

  /**
   * @param refusals the report of a refusal, as every command gives it
   */
  public RejectionAdvice(Function<BundleRejectedException, CliException> refusals) {
    this.refusals = refusals;
  }

  /**
   * One finding.
   *
   * @param claimed what the bundle says of itself, which nobody has signed
   * @param place where it lies
   */
  Finding on(BundleRejectedException refusal, Optional<Routing> claimed, String place) {
    ExitCode exit = refusals.apply(refusal).exit();
    String name = refusal.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
    SafeText found =
        SafeText.sentence("{}: {} ({})", place, "" + refusal.getMessage(), refusal.subject());
    return Finding.fail(exit, name, found).then(next(refusal, claimed));
  }

  private static SafeText next(BundleRejectedException refusal, Optional<Routing> claimed) {
    return switch (refusal.reason()) {
      case NOT_A_BUNDLE, FILE_MISSING, FILE_DAMAGED -> writeAgain(claimed);
      case UNDECLARED_FILE ->
          SafeText.sentence(
              "Take {} out of the folder if you know who put it there, and run sluice doctor again.",
              refusal.subject());
      case WRONG_RECIPIENT ->
          SafeText.literal(
              "Carry it to the site that it is for; for this one, over there: sluice export --to"
                  + " NAME --out STICK.");
      case UNKNOWN_SIGNER ->
          SafeText.literal(
              "Do not use it. Compare keys by telephone: sluice key show over there, sluice peer"
                  + " list here.");
      case PAIRING_SUPERSEDED ->
          SafeText.literal(
              "Nothing is lost. Take the finished pairing there, sluice peer add, and export again.");
      case PAIRING_EXPIRED ->
          SafeText.literal("Renew the pairing, on either side: sluice key rotate.");
      case KEY_REVOKED, SIGNATURE_INVALID ->
          SafeText.literal(
              "Do not use it, and call the sender: either the stick is bad, or somebody made this.");
      case SIGNATURE_MISSING, SIGNER_NOT_PRESENT ->
          SafeText.literal(
              "Over there: sluice export, with the second key or the touch that the pairing asks for.");
      default ->
          SafeText.literal(
              "Do not use it, and keep it: sluice verify says the same at the sender if it was made so."
                  + " The next export carries everything again.");
    };
  }

  private static SafeText writeAgain(Optional<Routing> claimed) {
    return claimed.isEmpty()
        ? SafeText.literal(
            "Over there: sluice export --out STICK. It repeats what is not confirmed.")
        : SafeText.sentence(
            "On the {} side: sluice export --again {} --out STICK; if it is not kept, sluice export.",
            claimed.get().direction().sender(),
            BundleEntry.name(claimed.get().sequence()));
  }
}
