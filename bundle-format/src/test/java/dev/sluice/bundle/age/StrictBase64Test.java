package dev.sluice.bundle.age;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictBase64Test {
  @ParameterizedTest
  @ValueSource(strings = {"AA==", "AAA=", "AB", "AAB", "A", "AAAAA", "AA-_", "AA\n", " AA", "AA A"})
  void anythingButTheOneEncoding_isRefused(String text) {
    assertThat(StrictBase64.decode(text)).isEmpty();
  }

  @Test
  void everyLength_roundTrips() {
    var random = new Random(2);
    for (int length = 0; length < 100; length++) {
      var bytes = new byte[length];
      random.nextBytes(bytes);
      assertThat(StrictBase64.decode(StrictBase64.encode(bytes))).contains(bytes);
    }
  }
}
