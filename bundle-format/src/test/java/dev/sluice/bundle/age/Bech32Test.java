package dev.sluice.bundle.age;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The strings are those of BIP 173, but for its limit of 90 characters, which age lifts. */
class Bech32Test {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "A12UEL5L",
        "a12uel5l",
        "an83characterlonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio"
            + "1tt5tgs",
        "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw",
        "11qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqc8247j",
        "split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w",
        "?1ezyfcl"
      })
  void validString_isReadAndWrittenBack(String text) throws Exception {
    Bech32 decoded = Bech32.decode(text);
    boolean upper = text.equals(text.toUpperCase(Locale.ROOT));
    String prefix = decoded.prefix();
    String written = Bech32.encode(prefix.toLowerCase(Locale.ROOT), decoded.data());
    assertThat(upper ? written.toUpperCase(Locale.ROOT) : written).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " 1nwldj5",
        "\u007f1axkwrx",
        "\u00801eym55h",
        "pzry9x0s0muk",
        "1pzry9x0s0muk",
        "x1b4n0q5v",
        "li1dgmt3",
        "de1lg7wt\u00ff",
        "A1G7SGD8",
        "10a06t8",
        "1qzzfhee",
        "A12UeL5L",
        ""
      })
  void invalidString_isRefused(String text) {
    assertThatThrownBy(() -> Bech32.decode(text))
        .isInstanceOfSatisfying(
            AgeException.class, e -> assertThat(e.reason()).isEqualTo(AgeException.Reason.KEY));
  }

  @Test
  void stringBeyond90Characters_isRead() throws Exception {
    String text =
        "an84characterslonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio"
            + "1569pvx";
    assertThat(Bech32.decode(text).prefix()).hasSize(84);
  }

  @Test
  void everyLength_roundTripsAndEveryChangedCharacterIsNoticed() throws Exception {
    var random = new Random(1);
    for (int length = 0; length < 64; length++) {
      var data = new byte[length];
      random.nextBytes(data);
      String text = Bech32.encode("age", data);
      assertThat(Bech32.decode(text).data()).isEqualTo(data);
      int at = random.nextInt(text.length());
      char other = text.charAt(at) == 'q' ? 'p' : 'q';
      String changed = text.substring(0, at) + other + text.substring(at + 1);
      assertThatThrownBy(() -> Bech32.decode(changed)).isInstanceOf(AgeException.class);
    }
  }

  @Test
  void bitsThatBelongToNoWholeByte_areRefused() throws Exception {
    assertThat(Bech32.decode("age1luyvfgxs").data()).isEqualTo(new byte[] {(byte) 0xff});
    String halfByte = "age1l8p2s2z";
    String paddingNotZero = "age1lae6aamz";
    String paddingTooLong = "age1luqrr2q7m";
    for (String text : new String[] {halfByte, paddingNotZero, paddingTooLong}) {
      assertThatThrownBy(() -> Bech32.decode(text)).hasMessageContaining("whole byte");
    }
  }
}
