package dev.sluice.bundle.age;

import static dev.sluice.bundle.age.AgeFiles.RANDOM;
import static dev.sluice.bundle.age.AgeFiles.assertRefused;
import static dev.sluice.bundle.age.AgeFiles.bytes;
import static dev.sluice.bundle.age.AgeFiles.encrypt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.bundle.age.AgeException.Reason;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PassphraseSealTest {
  private static final char[] PASSPHRASE = "Grüße, 𝄞 clef".toCharArray();

  @Test
  void sealedSecret_opensWithItsPassphraseOnly() throws Exception {
    byte[] sealed = PassphraseSeal.seal(bytes(100), PASSPHRASE, RANDOM);
    assertThat(PassphraseSeal.open(sealed, PASSPHRASE)).isEqualTo(bytes(100));
    assertRefused(
        Reason.WRONG_PASSPHRASE, () -> PassphraseSeal.open(sealed, "guess".toCharArray()));
  }

  @Test
  void sealedSecret_namesTheWorkFactor() throws Exception {
    byte[] sealed = PassphraseSeal.seal(bytes(1), PASSPHRASE, RANDOM);
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
        .matches("(?s)age-encryption.org/v1\n-> scrypt [A-Za-z0-9+/]{22} 16\n.*");
  }

  @Test
  void damagedPayload_isNotBlamedOnThePassphrase() throws Exception {
    byte[] sealed = PassphraseSeal.seal(bytes(1), PASSPHRASE, RANDOM);
    sealed[sealed.length - 1] ^= 1;
    assertRefused(Reason.PAYLOAD, () -> PassphraseSeal.open(sealed, PASSPHRASE));
  }

  @Test
  void fileForAKeyPair_hasNoPassphrase() throws Exception {
    byte[] file = encrypt(bytes(1), AgeIdentity.generate(AgeSuite.X25519, RANDOM).recipient());
    assertRefused(Reason.NO_MATCH, () -> PassphraseSeal.open(file, PASSPHRASE));
  }

  @Test
  void workFactorOf21_isRefusedUntried() throws Exception {
    byte[] sealed = PassphraseSeal.seal(bytes(1), PASSPHRASE, RANDOM);
    String text = new String(sealed, StandardCharsets.ISO_8859_1).replaceFirst(" 16\n", " 21\n");
    byte[] greedy = text.getBytes(StandardCharsets.ISO_8859_1);
    assertRefused(Reason.HEADER, () -> PassphraseSeal.open(greedy, PASSPHRASE));
  }

  @Test
  void emptyOrBrokenPassphrase_isRefused() {
    assertRefused(Reason.KEY, () -> PassphraseSeal.seal(bytes(1), new char[0], RANDOM));
    char[] halfOfAPair = {'a', '\ud834'};
    assertRefused(Reason.KEY, () -> PassphraseSeal.seal(bytes(1), halfOfAPair, RANDOM));
  }
}
