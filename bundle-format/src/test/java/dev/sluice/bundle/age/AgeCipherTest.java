package dev.sluice.bundle.age;

import static dev.sluice.bundle.age.AgeFiles.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.Security;
import org.junit.jupiter.api.Test;

/** Runs twice in a build: on the plain class path, and with Conscrypt on it. */
class AgeCipherTest {
  private static final String EXPECTED = System.getProperty("sluice.expectedCipher", "SunJCE");

  @Test
  void cipherInUse_isTheFastestOnTheClassPath() {
    assertThat(AgeCipher.inUse()).isEqualTo(EXPECTED);
  }

  @Test
  void accelerator_isNotRegisteredForTheProcess() {
    assertThat(AgeCipher.inUse()).isNotEmpty();
    assertThat(Security.getProvider("Conscrypt")).isNull();
  }

  @Test
  void twin_opensWhatTheOtherSealed() {
    byte[] key = bytes(32);
    byte[] plain = bytes(Chunks.SIZE);
    byte[] nonce = Chunks.nonce(3, false);
    var sealed = new byte[Chunks.SEALED_SIZE];
    new ChaChaPoly(key).seal(nonce, plain, plain.length, sealed);
    var opened = new byte[Chunks.SIZE];
    var cipher = new ChaChaPoly(key);
    assertThat(cipher.twin().open(nonce, sealed, sealed.length, opened)).isTrue();
    assertThat(opened).isEqualTo(plain);
    sealed[9] ^= 1;
    assertThat(cipher.twin().open(nonce, sealed, sealed.length, opened)).isFalse();
  }
}
