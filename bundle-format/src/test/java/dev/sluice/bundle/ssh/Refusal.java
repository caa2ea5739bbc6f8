package dev.sluice.bundle.ssh;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Asserts that something is refused, and why. */
final class Refusal {
  private Refusal() {}

  static void assertRefused(SshException.Reason reason, ThrowingCallable act) {
    assertThatExceptionOfType(SshException.class)
        .isThrownBy(act)
        .extracting(SshException::reason)
        .isEqualTo(reason);
  }
}
