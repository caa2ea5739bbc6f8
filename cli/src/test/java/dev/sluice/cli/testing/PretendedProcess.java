package dev.sluice.cli.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.cli.Sluice;
import dev.sluice.cli.console.Channel;
import dev.sluice.cli.console.Environment;
import dev.sluice.cli.console.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An {@link Environment} whose streams are kept, for tests inside this process. */
public final class PretendedProcess {
  /** When the clock stands, unless {@link #clock} gave another. */
  public static final Instant NOW = Instant.parse("2026-11-24T10:02:11.5Z");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Map<String, String> variables = new HashMap<>();
  private final Deque<String> hidden = new ArrayDeque<>();
  private Terminal terminal = Terminal.NONE;
  private Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private String input = "";

  public PretendedProcess with(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  /** All three streams are a terminal of this width. */
  public PretendedProcess atTerminal(int columns) {
    terminal = new Terminal(Set.of(Channel.values()), columns);
    return this;
  }

  public PretendedProcess clock(Clock other) {
    clock = other;
    return this;
  }

  public PretendedProcess types(String text) {
    input = text;
    return this;
  }

  public PretendedProcess typesHidden(String... lines) {
    hidden.addAll(List.of(lines));
    return this;
  }

  public Environment environment() {
    return new Environment(
        new ByteArrayInputStream(input.getBytes(UTF_8)),
        new PrintStream(out, true, UTF_8),
        new PrintStream(err, true, UTF_8),
        variables,
        Path.of("").toAbsolutePath(),
        clock,
        terminal,
        question -> Optional.ofNullable(hidden.poll()).map(String::toCharArray));
  }

  /** Runs the program in this process. */
  public Outcome run(String... arguments) {
    int exit = Sluice.run(arguments, environment());
    return new Outcome(exit, out(), err());
  }

  public String out() {
    return out.toString(UTF_8);
  }

  public String err() {
    return err.toString(UTF_8);
  }
}
