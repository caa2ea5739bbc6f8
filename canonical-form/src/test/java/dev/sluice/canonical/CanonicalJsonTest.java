package dev.sluice.canonical;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {
  @Test
  void keysAreSortedByUtf16CodeUnits_asInRfc8785() throws Exception {
    String sorted =
        "{\"\\r\":\"CR\",\"1\":\"One\",\"\u0080\":\"Control\",\"\u00f6\":\"o\",\"\u20ac\":\"Euro\","
            + "\"\ud83d\ude00\":\"Smiley\",\"\ufb33\":\"Hebrew\"}";
    assertThat(CanonicalJson.text(parse(sorted))).isEqualTo(sorted);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      delimiter = '|',
      value = {
        "duplicate key|{\"a\":1,\"a\":1}",
        "other order|{\"b\":1,\"a\":1}",
        "white space|{\"a\": 1}",
        "needless escape|\"\\u0061\"",
        "upper-case escape|\"\\u001F\"",
        "solidus escape|\"\\/\"",
        "exponent|1e3",
        "fraction|1.0",
        "minus zero|-0",
        "leading zero|01",
        "null|null",
        "not a number|NaN",
        "2^53|9007199254740992",
        "a thousand digits|1111111111111111111111111111111111111111111111111111111111111111111111",
        "lone surrogate|\"\\ud800\"",
        "trailing value|1 2",
        "trailing comma|[1,]",
        "comment|/*x*/1",
        "single quotes|[''a'']",
        "open object|{\"a\":1",
        "empty|''",
      })
  void otherThanTheOneEncoding_isRefused(String what, String text) {
    assertThatThrownBy(() -> parse(text)).as(what).isInstanceOf(NotCanonicalException.class);
  }

  @Test
  void byteOrderMark_isRefused() {
    assertThatThrownBy(() -> parse("\ufeff{}")).isInstanceOf(NotCanonicalException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\u00c0\u00af\"", "\"\u00ff\"", "\"\u00ed\u00a0\u0080\"", "\"\u00c3\""})
  void invalidUtf8_isRefused(String latin) {
    assertThatThrownBy(() -> CanonicalJson.parse(latin.getBytes(ISO_8859_1), JsonLimits.SMALL))
        .isInstanceOf(NotCanonicalException.class);
  }

  @Test
  void eachLimit_isEnforced() {
    var limits = new JsonLimits(100, 3, 10);
    assertThatThrownBy(() -> CanonicalJson.parse(new byte[101], limits))
        .hasMessageContaining("100 bytes");
    assertThatThrownBy(() -> CanonicalJson.parse("[[[[1]]]]".getBytes(UTF_8), limits))
        .isInstanceOf(NotCanonicalException.class);
    assertThatThrownBy(() -> CanonicalJson.parse("\"12345678901\"".getBytes(UTF_8), limits))
        .isInstanceOf(NotCanonicalException.class);
  }

  @Test
  void aMillionDigits_areRefusedWithoutConversion() {
    byte[] digits = "1".repeat(1_000_000).getBytes(UTF_8);
    assertThatThrownBy(() -> CanonicalJson.parse(digits, JsonLimits.SMALL))
        .isInstanceOf(NotCanonicalException.class);
  }

  @Test
  void whatIsWritten_isReadBackEqual() throws Exception {
    var random = new Random(42);
    for (int i = 0; i < 2000; i++) {
      Json value = arbitrary(random, 4);
      assertThat(CanonicalJson.parse(CanonicalJson.write(value), JsonLimits.DOCUMENT))
          .isEqualTo(value);
    }
  }

  @Test
  void anyFlippedByte_isRefusedOrStillCanonical() {
    var random = new Random(7);
    byte[] bytes = CanonicalJson.write(arbitrary(random, 5));
    for (int i = 0; i < bytes.length; i++) {
      byte[] flipped = bytes.clone();
      flipped[i] ^= (byte) (1 << random.nextInt(8));
      try {
        assertThat(CanonicalJson.write(CanonicalJson.parse(flipped, JsonLimits.DOCUMENT)))
            .isEqualTo(flipped);
      } catch (NotCanonicalException expected) {
        assertThat(expected).hasMessageNotContaining("\n");
      }
    }
  }

  private static Json parse(String text) throws NotCanonicalException {
    return CanonicalJson.parse(text.getBytes(UTF_8), JsonLimits.SMALL);
  }

  private static Json arbitrary(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 5 : 3)) {
      case 0 -> new Json.Text(text(random));
      case 1 -> new Json.Int(random.nextLong() >> 11);
      case 2 -> new Json.Bool(random.nextBoolean());
      case 3 -> {
        List<Json> items = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
          items.add(arbitrary(random, depth - 1));
        }
        yield new Json.Arr(items);
      }
      default -> {
        var fields = new TreeMap<String, Json>();
        for (int i = random.nextInt(5); i > 0; i--) {
          fields.put(text(random), arbitrary(random, depth - 1));
        }
        yield new Json.Obj(fields);
      }
    };
  }

  private static String text(Random random) {
    return random
        .ints(random.nextInt(8), 0, 0x11000)
        .filter(c -> c < 0xD800 || c > 0xDFFF)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
