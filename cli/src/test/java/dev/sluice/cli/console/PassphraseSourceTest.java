package dev.sluice.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.cli.testing.PretendedProcess;
import dev.sluice.state.text.SafeText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassphraseSourceTest {
  private static final SafeText QUESTION = SafeText.literal("Passphrase:");

  @TempDir Path folder;
  private final PretendedProcess process = new PretendedProcess();

  private Console console() {
    return new Console(process.environment(), Colour.NEVER, Glyphs.UNICODE, Volume.NORMAL);
  }

  private Prompt prompt() {
    return new Prompt(process.environment(), console(), Asking.ALLOWED);
  }

  private String readFile(Path file) {
    return new String(PassphraseSource.ofFile(file, console(), prompt()).read(QUESTION));
  }

  private String read() {
    return new String(
        PassphraseSource.of(process.environment(), console(), prompt()).read(QUESTION));
  }

  private Path file(byte[] content, String permissions) throws IOException {
    Path file = Files.write(folder.resolve("passphrase"), content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    return file;
  }

  private Path file(String content) throws IOException {
    return file(content.getBytes(StandardCharsets.UTF_8), "rw-------");
  }

  @ParameterizedTest
  @ValueSource(strings = {" sesam é ", " sesam é \n", " sesam é \r\n", " sesam é \nsecond line\n"})
  void file_givesItsFirstLineWithoutTheLineEnd(String content) throws IOException {
    assertThat(readFile(file(content))).isEqualTo(" sesam é ");
    assertThat(process.err()).isEmpty();
  }

  @Test
  void flag_winsOverVariable_andVariableOverQuestion() throws IOException {
    Path other = Files.writeString(folder.resolve("other"), "other");
    Files.setPosixFilePermissions(other, PosixFilePermissions.fromString("rw-------"));
    process.with("SLUICE_PASSPHRASE_FILE", other.toString()).atTerminal(80).typesHidden("typed");
    assertThat(readFile(file("mine"))).isEqualTo("mine");
    assertThat(read()).isEqualTo("other");
    process.with("SLUICE_PASSPHRASE_FILE", "");
    assertThat(read()).isEqualTo("typed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--"})
  void fileThatOthersCanRead_isUsedWithAWarning(String permissions) throws IOException {
    assertThat(readFile(file("mine".getBytes(StandardCharsets.UTF_8), permissions)))
        .isEqualTo("mine");
    assertThat(process.err()).startsWith("warning: other users can read the passphrase file");
  }

  @Test
  void nobodyToAsk_isAKeyError_thatNamesTheFlag() {
    CliException refusal = catchThrowableOfType(CliException.class, this::read);
    assertThat(refusal.exit()).isEqualTo(ExitCode.KEY);
    assertThat(refusal.help().toString()).contains("--passphrase-file", "SLUICE_PASSPHRASE_FILE");
  }

  @Test
  void uselessFile_isAKeyError_andItsContentIsNotRepeated() throws IOException {
    assertKeyError(folder.resolve("missing"));
    assertKeyError(file("\n"));
    assertKeyError(file("x".repeat(1025)));
    assertKeyError(file(new byte[] {'s', 'e', 'c', (byte) 0xff}, "rw-------"));
    assertThat(readFile(file("x".repeat(1024)))).hasSize(1024);
  }

  private void assertKeyError(Path file) {
    CliException refusal = catchThrowableOfType(CliException.class, () -> readFile(file));
    assertThat(refusal.exit()).isEqualTo(ExitCode.KEY);
    assertThat(refusal.details().lines("").toString()).doesNotContain("sec", "xxx");
  }
}
