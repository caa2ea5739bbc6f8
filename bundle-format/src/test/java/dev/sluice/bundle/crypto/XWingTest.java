package dev.sluice.bundle.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class XWingTest {
  private static final String LABEL = "test label";

  private final SecureRandom random = new SecureRandom();
  private final byte[] secret = XWing.generateSecret(random);
  private final byte[] publicKey = XWing.publicKey(secret);
  private final byte[] message = {1, 2, 3};

  @Test
  void sealedMessage_opensWithItsSecretAndLabelOnly() throws Exception {
    XWing.Sealed sealed = XWing.seal(publicKey, LABEL, message, random);
    byte[] encapsulation = sealed.encapsulation();
    byte[] ciphertext = sealed.ciphertext();

    assertThat(XWing.open(secret, LABEL, encapsulation, ciphertext)).contains(message);
    assertThat(XWing.open(secret, "another label", encapsulation, ciphertext)).isEmpty();
    byte[] stranger = XWing.generateSecret(random);
    assertThat(XWing.open(stranger, LABEL, encapsulation, ciphertext)).isEmpty();
  }

  @Test
  void changeInEitherHalf_isNoticed() throws Exception {
    XWing.Sealed sealed = XWing.seal(publicKey, LABEL, message, random);
    for (int at : new int[] {0, 1087, 1088, XWing.ENCAPSULATION_LENGTH - 1}) {
      byte[] encapsulation = sealed.encapsulation();
      encapsulation[at] ^= 1;
      assertThat(XWing.open(secret, LABEL, encapsulation, sealed.ciphertext())).isEmpty();
    }
  }

  @Test
  void sealing_drawsFromTheGivenRandomnessOnly() throws Exception {
    var fixed = new FixedRandom();
    byte[] first = XWing.seal(publicKey, LABEL, message, fixed).encapsulation();
    byte[] second = XWing.seal(publicKey, LABEL, message, fixed).encapsulation();
    assertThat(first).isEqualTo(second);
    assertThat(XWing.seal(publicKey, LABEL, message, random).encapsulation()).isNotEqualTo(first);
  }

  @Test
  void unusablePublicKeys_areRefused() throws Exception {
    XWing.check(publicKey);
    byte[] outOfRange = publicKey.clone();
    Arrays.fill(outOfRange, 0, 1152, (byte) 0xff);
    byte[] lowOrder = publicKey.clone();
    Arrays.fill(lowOrder, 1184, 1216, (byte) 0);
    byte[] tooShort = Arrays.copyOf(publicKey, XWing.PUBLIC_LENGTH - 1);
    for (byte[] key : new byte[][] {outOfRange, lowOrder, tooShort}) {
      assertThatThrownBy(() -> XWing.check(key)).isInstanceOf(RefusedKeyException.class);
    }
  }

  @Test
  void encapsulationOfLowOrder_isRefused() throws Exception {
    XWing.Sealed sealed = XWing.seal(publicKey, LABEL, message, random);
    byte[] encapsulation = sealed.encapsulation();
    Arrays.fill(encapsulation, 1088, XWing.ENCAPSULATION_LENGTH, (byte) 0);
    assertThatThrownBy(() -> XWing.open(secret, LABEL, encapsulation, sealed.ciphertext()))
        .isInstanceOf(RefusedKeyException.class);
  }

  private static final class FixedRandom extends SecureRandom {
    private static final long serialVersionUID = 1L;

    @Override
    public void nextBytes(byte[] bytes) {
      Arrays.fill(bytes, (byte) 7);
    }
  }
}
