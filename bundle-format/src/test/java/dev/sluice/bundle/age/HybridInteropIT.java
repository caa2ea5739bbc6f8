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
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Against the npm package that {@code src/test/interop/package.json} pins.
 *
 * <p>Runs only when the system property {@code sluice.interop} names a folder, as in {@code mvn
 * verify -Dsluice.interop=target/interop} (relative to this module). The package is installed there
 * if it is not yet; that needs {@code npm} and a registry, all else only {@code node}.
 */
@Tag("interop")
class HybridInteropIT {
  private static final Path SOURCES = Path.of("src", "test", "interop");
  private static final byte[] NOTHING = new byte[0];

  private static Path script;

  @TempDir private Path folder;

  @BeforeAll
  static void installPackage() throws IOException {
    String property = System.getProperty("sluice.interop");
    assertThat(property).as("system property sluice.interop").isNotNull();
    Path prefix = Files.createDirectories(Path.of(property));
    for (String name : List.of("package.json", "age.mjs")) {
      Path copy = prefix.resolve(name);
      Files.copy(SOURCES.resolve(name), copy, StandardCopyOption.REPLACE_EXISTING);
    }
    if (!Files.exists(prefix.resolve("node_modules").resolve("age-encryption"))) {
      Tool.run(prefix.toAbsolutePath(), NOTHING, "npm", "install", "--no-package-lock");
    }
    script = prefix.resolve("age.mjs").toAbsolutePath();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_536, 65_537, 5_000_000})
  void thePackage_opensWhatIsWritten(int size) throws Exception {
    AgeIdentity identity = AgeIdentity.generate(AgeSuite.MLKEM768X25519, RANDOM);
    byte[] file = encrypt(bytes(size), identity.recipient());
    assertThat(node(file, "decrypt", identity.revealSecret())).isEqualTo(bytes(size));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_536, 65_537, 5_000_000})
  void whatThePackageWrites_opens(int size) throws Exception {
    AgeIdentity identity = AgeIdentity.generate(AgeSuite.MLKEM768X25519, RANDOM);
    byte[] file = node(bytes(size), "encrypt", identity.recipient().toString());
    assertThat(decrypt(file, identity)).isEqualTo(bytes(size));
  }

  @Test
  void identityOfThePackage_hasTheSameRecipientHere() throws Exception {
    List<String> lines = new String(node(NOTHING, "keygen"), UTF_8).lines().toList();
    assertThat(AgeIdentity.parse(lines.get(0)).recipient()).hasToString(lines.get(1));
  }

  private byte[] node(byte[] input, String... arguments) throws IOException {
    var command = new String[arguments.length + 2];
    command[0] = "node";
    command[1] = script.toString();
    System.arraycopy(arguments, 0, command, 2, arguments.length);
    return Tool.run(folder, input, command);
  }
}
