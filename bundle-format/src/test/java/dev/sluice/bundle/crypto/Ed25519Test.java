package dev.sluice.bundle.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Ed25519Test {
  private static final HexFormat HEX = HexFormat.of();
  private static final byte[] MESSAGE = "message".getBytes(UTF_8);

  /** The order of the group: 2^252 + 27742317777372353535851937790883648493. */
  private static final BigInteger ORDER =
      BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

  private final byte[] seed = Ed25519.generateSeed(new SecureRandom());
  private final byte[] key = Ed25519.publicKey(seed);

  @ParameterizedTest
  @CsvSource({
    // RFC 8032 section 7.1, tests 1 to 3: seed, public key, message, signature
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
        + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,"
        + "'',"
        + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
        + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
        + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,"
        + "72,"
        + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
        + "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025,"
        + "af82,"
        + "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
        + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
  })
  void vectorsOfTheStandard_areMadeAndVerified(
      String seed, String key, String message, String signature) {
    assertThat(HEX.formatHex(Ed25519.publicKey(HEX.parseHex(seed)))).isEqualTo(key);
    assertThat(HEX.formatHex(Ed25519.sign(HEX.parseHex(seed), HEX.parseHex(message))))
        .isEqualTo(signature);
    assertThat(Ed25519.verify(HEX.parseHex(key), HEX.parseHex(message), HEX.parseHex(signature)))
        .isTrue();
  }

  @Test
  void otherMessageOrOtherKey_doesNotVerify() {
    byte[] signature = Ed25519.sign(seed, MESSAGE);
    byte[] stranger = Ed25519.publicKey(Ed25519.generateSeed(new SecureRandom()));
    assertThat(Ed25519.verify(key, MESSAGE, signature)).isTrue();
    assertThat(Ed25519.verify(key, new byte[0], signature)).isFalse();
    assertThat(Ed25519.verify(stranger, MESSAGE, signature)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0100000000000000000000000000000000000000000000000000000000000000",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000080",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
      })
  void keyOfSmallOrder_isRefused(String hex) {
    assertThat(Ed25519.isPublicKey(HEX.parseHex(hex))).isFalse();
  }

  @Test
  void sumOfTheBasePointAndAPointOfOrderEight_isRefused() {
    String base = "5866666666666666666666666666666666666666666666666666666666666666";
    String sum = "da99e28ba529cdde35a25fba9059e78ecaee239f99755b9b1aa4f65df00803e2";
    assertThat(Ed25519.isPublicKey(HEX.parseHex(base))).isTrue();
    assertThat(Ed25519.isPublicKey(HEX.parseHex(sum))).isFalse();
  }

  @Test
  void coordinateAboveTheField_isRefused() {
    byte[] fieldPlusThree = new byte[32];
    Arrays.fill(fieldPlusThree, (byte) 0xff);
    fieldPlusThree[0] = (byte) 0xf0;
    fieldPlusThree[31] = 0x7f;
    assertThat(Ed25519.isPublicKey(fieldPlusThree)).isFalse();
    assertThat(Ed25519.isPublicKey(Arrays.copyOf(key, 31))).isFalse();
    assertThat(Ed25519.isPublicKey(Arrays.copyOf(key, 33))).isFalse();
  }

  @Test
  void signatureThatFitsEveryMessageUnderTheNeutralKey_doesNotVerify() {
    byte[] neutral = new byte[32];
    neutral[0] = 1;
    byte[] universal = Arrays.copyOf(neutral, 64);
    assertThat(Ed25519.verify(neutral, MESSAGE, universal)).isFalse();
  }

  @Test
  void scalarRaisedByTheGroupOrder_doesNotVerify() {
    byte[] signature = Ed25519.sign(seed, MESSAGE);
    byte[] raised = signature.clone();
    BigInteger scalar = new BigInteger(1, reversed(Arrays.copyOfRange(signature, 32, 64)));
    byte[] other = reversed(fixed(scalar.add(ORDER).toByteArray()));
    System.arraycopy(other, 0, raised, 32, 32);
    assertThat(raised).isNotEqualTo(signature);
    assertThat(Ed25519.verify(key, MESSAGE, raised)).isFalse();
  }

  @Test
  void signatureOfWrongLength_doesNotVerify() {
    byte[] signature = Ed25519.sign(seed, MESSAGE);
    assertThat(Ed25519.verify(key, MESSAGE, Arrays.copyOf(signature, 63))).isFalse();
    assertThat(Ed25519.verify(key, MESSAGE, Arrays.copyOf(signature, 65))).isFalse();
  }

  private static byte[] fixed(byte[] bigEndian) {
    byte[] fixed = new byte[32];
    System.arraycopy(bigEndian, 0, fixed, 32 - bigEndian.length, bigEndian.length);
    return fixed;
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }
}
