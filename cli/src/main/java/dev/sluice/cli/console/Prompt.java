package dev.sluice.cli.console;

import dev.sluice.state.text.SafeText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Asks the person at the terminal. Questions go to standard error, so that standard output holds
 * the answer only. Without a terminal, or with {@code --no-input}, every question ends the command
 * with {@link ExitCode#CANCELLED}, naming the flag that would have answered.
 */
public final class Prompt {
  private static final int LONGEST_LINE = 1 << 16;
  private static final SafeText SPACE = SafeText.literal(" ");

  private final Environment environment;
  private final Console console;
  private final Asking asking;

  public Prompt(Environment environment, Console console, Asking asking) {
    this.environment = environment;
    this.console = console;
    this.asking = asking;
  }

  /** Whether there is somebody to ask. */
  public boolean canAsk() {
    return asking == Asking.ALLOWED && environment.terminal().has(Channel.INPUT);
  }

  /** Asks for one line, which comes back without the white space around it. */
  public String line(SafeText question, String flag) {
    refuseUnlessAsking(question, flag);
    console.err().ask(question.plus(SPACE));
    return readLine().orElseThrow(() -> closed(question, flag)).strip();
  }

  /** Asks for one line that is not echoed. */
  public char[] hidden(SafeText question, String flag) {
    refuseUnlessAsking(question, flag);
    String shown = console.err().shown(question.plus(SPACE));
    return environment.hidden().read(shown).orElseThrow(() -> closed(question, flag));
  }

  /** Goes on only if exactly {@code word}, an id or a count, is typed. */
  public void confirm(SafeText question, String word, String flag) {
    if (!line(question, flag).equals(word)) {
      throw new CliException(
          ExitCode.CANCELLED, SafeText.sentence("what was typed is not {}", word));
    }
  }

  private void refuseUnlessAsking(SafeText question, String flag) {
    if (!canAsk()) {
      throw new CliException(ExitCode.CANCELLED, SafeText.literal("this needs an answer"))
          .fact("question", question.toString())
          .fact("asked", asking == Asking.FORBIDDEN ? "no: --no-input" : "no: not at a terminal")
          .help(SafeText.sentence("answer it with {}", flag));
    }
  }

  private static CliException closed(SafeText question, String flag) {
    return new CliException(
            ExitCode.CANCELLED, SafeText.literal("the input ended before the answer"))
        .fact("question", question.toString())
        .help(SafeText.sentence("answer it with {}", flag));
  }

  /** Reads byte by byte: what follows the line belongs to the next question. */
  private Optional<String> readLine() {
    try {
      return readLine(environment.in());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> readLine(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    int next = in.read();
    if (next < 0) {
      return Optional.empty();
    }
    for (; next >= 0 && next != '\n' && line.size() < LONGEST_LINE; next = in.read()) {
      line.write(next);
    }
    return Optional.of(line.toString(StandardCharsets.UTF_8));
  }
}
