package dev.sluice.web.guard;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Lets one browser in: valid once, and for two minutes. */
public final class LaunchToken {
  private static final Duration VALID = Duration.ofMinutes(2);

  private final String text;
  private final Clock clock;
  private final Instant end;
  private boolean used;

  public LaunchToken(SecureRandom random, Clock clock) {
    this.text = Secret.text(random);
    this.clock = clock;
    this.end = clock.instant().plus(VALID);
  }

  /** The secret; whoever has it first gets in. */
  public String text() {
    return text;
  }

  /** Uses the token up; true for exactly one caller, who must have it and come in time. */
  public synchronized boolean redeem(String offered) {
    boolean fits = MessageDigest.isEqual(text.getBytes(US_ASCII), offered.getBytes(US_ASCII));
    boolean granted = fits && !used && clock.instant().isBefore(end);
    used |= fits;
    return granted;
  }
}
