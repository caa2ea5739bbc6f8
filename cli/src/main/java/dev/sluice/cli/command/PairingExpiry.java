package dev.sluice.cli.command;

import dev.sluice.bundle.pairing.ConfirmedPairing;
import dev.sluice.bundle.pairing.Pairing;
import dev.sluice.state.text.SafeText;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The end of a pairing, before and after it has come. */
final class PairingExpiry {
  /** Long enough for a proposal to cross and come back with the sticks of a slow month. */
  private static final int DAYS_OF_WARNING = 45;

  private PairingExpiry() {}

  /** A warning when {@code pairing} is about to end, or has ended. */
  static Optional<SafeText> warning(Pairing pairing, Clock clock) {
    LocalDate last = pairing.expires();
    long left = ChronoUnit.DAYS.between(LocalDate.now(clock), last);
    String sites = pairing.low().name() + " and " + pairing.high().name();
    if (left < 0) {
      return Optional.of(
          SafeText.sentence(
              "the pairing of {} expired on {}; nothing can be exported before sluice key rotate",
              sites,
              last));
    }
    return left > DAYS_OF_WARNING
        ? Optional.empty()
        : Optional.of(
            SafeText.sentence(
                "the pairing of {} expires on {}, in {} days; renew it with sluice key rotate",
                sites,
                last,
                left));
  }

  /** The same for all that are in force. */
  static List<SafeText> warnings(Session session) throws Exception {
    var warnings = new ArrayList<SafeText>();
    for (ConfirmedPairing pairing : session.peers().confirmed()) {
      warning(pairing.pairing(), session.invocation().environment().clock())
          .ifPresent(warnings::add);
    }
    return warnings;
  }
}
