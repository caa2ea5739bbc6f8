package dev.sluice.cli.console;

import dev.sluice.state.text.SafeText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;

/**
 * Where passphrases come from: {@code --passphrase-file}, else {@code SLUICE_PASSPHRASE_FILE}, else
 * a question. Never from an argument or a variable itself, which other users can see.
 *
 * <p>A file's passphrase is its first line without the line end: at most 1024 bytes of UTF-8.
 */
public final class PassphraseSource {
  /** Names the file when the flag does not. */
  public static final String VARIABLE = "SLUICE_PASSPHRASE_FILE";

  private static final String FLAG = "--passphrase-file FILE";
  private static final int LONGEST = 1024;

  private final Optional<Path> file;
  private final Console console;
  private final Prompt prompt;

  private PassphraseSource(Optional<Path> file, Console console, Prompt prompt) {
    this.file = file;
    this.console = console;
    this.prompt = prompt;
  }

  /** A source without the flag: the variable, else a question. */
  public static PassphraseSource of(Environment environment, Console console, Prompt prompt) {
    Optional<Path> file = environment.variable(VARIABLE).map(environment.directory()::resolve);
    return new PassphraseSource(file, console, prompt);
  }

  /** A source that reads {@code file}, which the flag named. */
  public static PassphraseSource ofFile(Path file, Console console, Prompt prompt) {
    return new PassphraseSource(Optional.of(file), console, prompt);
  }

  /** A source that always asks. */
  public static PassphraseSource ofQuestion(Console console, Prompt prompt) {
    return new PassphraseSource(Optional.empty(), console, prompt);
  }

  /**
   * The passphrase; the caller wipes it after use.
   *
   * @param question asked when there is no file
   * @throws CliException with {@link ExitCode#KEY} when there is none to be had
   */
  public char[] read(SafeText question) {
    char[] passphrase = file.isPresent() ? readFile(file.get()) : ask(question);
    if (passphrase.length == 0) {
      throw new CliException(ExitCode.KEY, SafeText.literal("the passphrase is empty"));
    }
    return passphrase;
  }

  private char[] ask(SafeText question) {
    if (!prompt.canAsk()) {
      throw new CliException(
              ExitCode.KEY, SafeText.literal("a passphrase is needed and nobody can be asked"))
          .help(SafeText.sentence("put it into a file and name that with {}", FLAG))
          .help(SafeText.sentence("or name the file in the variable {}", VARIABLE));
    }
    return prompt.hidden(question, FLAG);
  }

  private char[] readFile(Path path) {
    try {
      warnIfOthersCanRead(path);
      return firstLine(path);
    } catch (CharacterCodingException e) {
      throw unusable(path, "its first line is not UTF-8").because(e);
    } catch (IOException e) {
      throw unusable(path, "it cannot be read").because(e);
    }
  }

  private static char[] firstLine(Path path) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(path)) {
      start = in.readNBytes(LONGEST + 2);
    }
    int end = 0;
    while (end < start.length && start[end] != '\n') {
      end++;
    }
    if (end > 0 && end < start.length && start[end - 1] == '\r') {
      end--;
    }
    if (end > LONGEST) {
      Arrays.fill(start, (byte) 0);
      throw unusable(path, "its first line is longer than " + LONGEST + " bytes");
    }
    return decoded(start, end);
  }

  private static char[] decoded(byte[] bytes, int end) throws CharacterCodingException {
    try {
      CharBuffer chars = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, end));
      char[] passphrase = Arrays.copyOf(chars.array(), chars.length());
      Arrays.fill(chars.array(), '\0');
      return passphrase;
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private void warnIfOthersCanRead(Path path) throws IOException {
    if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    var open = EnumSet.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
    open.retainAll(Files.getPosixFilePermissions(path));
    if (!open.isEmpty()) {
      console.warn(
          SafeText.sentence("other users can read the passphrase file {}; chmod 600 it", path));
    }
  }

  private static CliException unusable(Path path, String why) {
    return new CliException(ExitCode.KEY, SafeText.literal("the passphrase file is of no use"))
        .fact("file", path.toString())
        .fact("found", why);
  }
}
