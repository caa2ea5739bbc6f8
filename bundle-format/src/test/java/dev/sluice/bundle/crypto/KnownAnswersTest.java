package dev.sluice.bundle.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The examples that the RFCs print. */
class KnownAnswersTest {
  private static final String BOB_SECRET =
      "5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb";
  private static final String BOB_PUBLIC =
      "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f";
  private static final String ALICE_PUBLIC =
      "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a";
  private static final String SHARED =
      "4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742";

  @Test
  void x25519_agreesAsRfc7748Section61() throws Exception {
    assertThat(X25519.publicKey(hex(BOB_SECRET))).isEqualTo(hex(BOB_PUBLIC));
    assertThat(X25519.agree(hex(BOB_SECRET), hex(ALICE_PUBLIC))).isEqualTo(hex(SHARED));
  }

  @Test
  void x25519_refusesPeersOfLowOrder() {
    String one = "01" + "00".repeat(31);
    String orderEight = "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800";
    for (String peer : new String[] {"00".repeat(32), one, orderEight}) {
      assertThatThrownBy(() -> X25519.agree(hex(BOB_SECRET), hex(peer)))
          .isInstanceOf(RefusedKeyException.class);
      assertThatThrownBy(() -> X25519.check(hex(peer))).isInstanceOf(RefusedKeyException.class);
    }
  }

  @Test
  void hkdf_derivesAsRfc5869Cases1And3() {
    byte[] secret = hex("0b".repeat(22));
    assertThat(Hkdf.sha256(secret, hex("000102030405060708090a0b0c"), hex("f0f1f2f3f4f5f6f7f8f9")))
        .isEqualTo(hex("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"));
    assertThat(Hkdf.sha256(secret, new byte[0], ""))
        .isEqualTo(hex("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"));
  }

  @Test
  void scrypt_derivesAsRfc7914Section12() {
    assertThat(Scrypt.key(ascii("pleaseletmein"), ascii("SodiumChloride"), 14))
        .isEqualTo(hex("7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"));
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
