package dev.sluice.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExitCodeTest {
  @Test
  void numbers_areTheOnesThatWerePromised() {
    assertThat(Stream.of(ExitCode.values()).map(code -> code.number() + " " + code))
        .containsExactly(
            "0 OK",
            "1 FAILURE",
            "2 USAGE",
            "3 CHANGES_PRESENT",
            "4 NEEDS_REVIEW",
            "5 CHECK_FAILED",
            "6 CANCELLED",
            "10 SIGNATURE_INVALID",
            "11 WRONG_RECIPIENT",
            "12 REPLAY",
            "13 DAMAGED",
            "14 UNSAFE_CONTENT",
            "15 HISTORY",
            "20 MEDIA",
            "21 MISSING_DEPENDENCY",
            "22 CONFLICT",
            "23 STALE",
            "24 LOCKED",
            "25 KEY",
            "26 STORE",
            "130 INTERRUPTED");
  }

  @Test
  void meanings_fitBesideNumberAndNameOnEightyColumns() {
    int room = 80 - "130   MISSING_DEPENDENCY  ".length();
    assertThat(ExitCode.values())
        .allMatch(code -> code.meaning().length() <= room && code.meaning().endsWith("."));
  }
}
