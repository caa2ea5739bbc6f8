package dev.sluice.bundle.age;

import static dev.sluice.bundle.age.AgeFiles.RANDOM;
import static dev.sluice.bundle.age.AgeFiles.bytes;
import static dev.sluice.bundle.age.AgeFiles.decrypt;
import static dev.sluice.bundle.age.AgeFiles.encrypt;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Against {@code age}, {@code age-keygen} and {@code python3} on the PATH; each fails when missing.
 *
 * <p>Left out of a plain build; {@code -Dsluice.excludedTags=} takes it in.
 */
@Tag("stock")
class StockAgeInteropTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_536, 65_537, 5_000_000})
  void stockAge_opensWhatIsWritten(int size) throws Exception {
    AgeIdentity identity = AgeIdentity.generate(AgeSuite.X25519, RANDOM);
    Path key = identityFile(identity);
    byte[] file = encrypt(bytes(size), identity.recipient());
    assertThat(Tool.run(folder, file, "age", "-d", "-i", key.toString())).isEqualTo(bytes(size));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_536, 65_537, 5_000_000})
  void whatStockAgeWrites_opens(int size) throws Exception {
    AgeIdentity identity = keygen();
    String recipient = identity.recipient().toString();
    byte[] file = Tool.run(folder, bytes(size), "age", "-r", recipient);
    assertThat(decrypt(file, identity)).isEqualTo(bytes(size));
  }

  @Test
  void stockKeygen_derivesTheSameRecipient() throws Exception {
    AgeIdentity identity = AgeIdentity.generate(AgeSuite.X25519, RANDOM);
    byte[] printed =
        Tool.run(folder, new byte[0], "age-keygen", "-y", identityFile(identity).toString());
    assertThat(new String(printed, UTF_8).strip()).isEqualTo(identity.recipient().toString());
  }

  @Test
  void stockAge_opensASealedSecretWithItsPassphrase() throws Exception {
    String passphrase = "correct horse, grüße";
    byte[] sealed = PassphraseSeal.seal(bytes(500), passphrase.toCharArray(), RANDOM);
    Path file = Files.write(folder.resolve("sealed.age"), sealed);
    Path script = Path.of("src", "test", "interop", "open-with-passphrase.py").toAbsolutePath();
    byte[] opened =
        Tool.run(folder, new byte[0], "python3", script.toString(), file.toString(), passphrase);
    assertThat(opened).isEqualTo(bytes(500));
  }

  private AgeIdentity keygen() throws IOException {
    List<String> lines =
        new String(Tool.run(folder, new byte[0], "age-keygen"), UTF_8).lines().toList();
    return AgeIdentity.parse(lines.get(lines.size() - 1));
  }

  private Path identityFile(AgeIdentity identity) throws IOException {
    return Files.writeString(folder.resolve("identity.txt"), identity.revealSecret() + "\n");
  }
}
