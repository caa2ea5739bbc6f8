package dev.sluice.cli.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * Everything a command may know of the process it runs in, so that a test can stand in for it.
 *
 * @param in standard input
 * @param out standard output; takes UTF-8 whatever the locale says
 * @param err standard error, likewise
 * @param variables the environment variables
 * @param directory the working directory, absolute; relative arguments start here
 * @param clock tells the time
 * @param terminal which of the streams are a terminal
 * @param hidden reads passphrases
 */
public record Environment(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> variables,
    Path directory,
    Clock clock,
    Terminal terminal,
    HiddenInput hidden) {

  public Environment {
    variables = Map.copyOf(variables);
  }

  /** The environment of this very process. */
  public static Environment ofProcess() {
    return new Environment(
        System.in,
        utf8(FileDescriptor.out),
        utf8(FileDescriptor.err),
        System.getenv(),
        Path.of("").toAbsolutePath(),
        Clock.systemUTC(),
        Terminal.of(System.getProperties()),
        HiddenInput.ofTerminal());
  }

  /** The variable {@code name}, unless it is unset or empty. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
