package dev.sluice.datasite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.canonical.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretScanTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "-----BEGIN OPENSSH PRIVATE KEY-----",
        "key = AKIAABCDEFGHIJKLMNOP",
        "postgres://ana:letmein@db.example/payroll",
        "headers = {'Authorization': 'Bearer abcdefabcdefabcd'}",
        "API_KEY: \"abcd\"",
        "db_password='xyzzy'",
        "x = 'q7Lm2Zk9Pw4Xv8Rt6Yb1Nc3Jd5Hf0Gs'",
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
      })
  void whatLooksLikeASecret_isFound(String line) {
    assertThat(SecretScan.ofText("mock", "a = 1\n" + line))
        .singleElement()
        .asString()
        .startsWith("mock, line 2: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "def mean(settings, data):",
        "return sum(data) / len(data)",
        "tokens = text.split()",
        "password = read_password()",
        "https://example.org/a/long/path/to/some/page-of-the-manual",
        "average_salary_by_region_and_year_and_department",
        "========================================"
      })
  void ordinaryCode_isLeftAlone(String line) {
    assertThat(SecretScan.ofText("mock", line)).isEmpty();
  }

  @Test
  void settings_areSearchedToTheirDepth() {
    Json nested = Json.object().put("db", Json.object().put("token", "abc").build()).build();
    assertThat(SecretScan.ofSetting("remote", nested))
        .containsExactly("setting remote.db.token: its name says so");
    assertThat(SecretScan.ofSetting("limit", Json.integer(10))).isEmpty();
  }
}
