package dev.sluice.cli.command;

import dev.sluice.canonical.Json;
import dev.sluice.cli.console.Asking;
import dev.sluice.cli.console.Channel;
import dev.sluice.cli.console.Console;
import dev.sluice.cli.console.Envelope;
import dev.sluice.cli.console.Environment;
import dev.sluice.cli.console.ErrorReport;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.JsonOutput;
import dev.sluice.cli.console.PassphraseSource;
import dev.sluice.cli.console.Progress;
import dev.sluice.cli.console.ProgressForm;
import dev.sluice.cli.console.Prompt;
import dev.sluice.cli.console.Volume;
import dev.sluice.state.text.SafeText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One run of the program: what the global options and the environment mean together. Its methods
 * may be called once the arguments are parsed.
 */
public final class Invocation {
  private static final String STORE = "SLUICE_STORE";

  private final Environment environment;
  private final GlobalOptions options;
  private final List<String> arguments;
  private Console console;

  public Invocation(Environment environment, GlobalOptions options, List<String> arguments) {
    this.environment = environment;
    this.options = options;
    this.arguments = List.copyOf(arguments);
  }

  public Environment environment() {
    return environment;
  }

  /** Where people are spoken to; the same one throughout the run. */
  public Console console() {
    if (console == null) {
      console = new Console(environment, options.colour(), options.glyphs(), options.volume());
    }
    return console;
  }

  /** The folder to look for a store in: the option, else the variable, else the working folder. */
  public Path store() {
    Optional<Path> named = options.store().or(() -> environment.variable(STORE).map(Path::of));
    return resolve(named.orElse(Path.of("")));
  }

  /** A path argument, seen from the working directory. */
  public Path resolve(Path argument) {
    return environment.directory().resolve(argument).normalize();
  }

  /** Whose key to use, if that was said. */
  public Optional<String> as() {
    return options.as();
  }

  public Prompt prompt() {
    return new Prompt(environment, console(), options.asking());
  }

  public PassphraseSource passphrases() {
    return options
        .passphraseFile()
        .map(file -> PassphraseSource.ofFile(resolve(file), console(), prompt()))
        .orElseGet(() -> PassphraseSource.of(environment, console(), prompt()));
  }

  /** How far {@code what} has come towards {@code total} bytes, for whoever wants to know. */
  public Progress progress(SafeText what, long total) {
    return options.progress() == ProgressForm.JSON
        ? Progress.events(environment, what, total)
        : Progress.of(console(), environment.clock(), what, total);
  }

  /** Whether anybody may want to know how far a step has come. */
  public boolean tellsProgress() {
    return options.progress() != ProgressForm.NEVER;
  }

  /** Answers a command that needs no store: as JSON if that was asked for, else as {@code text}. */
  public ExitCode answer(String schema, Json data, Consumer<Console> text) {
    if (options.json()) {
      answer(envelope().data(schema, data));
    } else {
      text.accept(console());
    }
    return ExitCode.OK;
  }

  /** Prints the one JSON document of this run, put together from {@link #envelope()}. */
  public void answer(Json.Obj document) {
    JsonOutput.out(environment).print(document);
  }

  /** Whether the answer is JSON. */
  public boolean answersJson() {
    return options.json();
  }

  /** Whether questions may be asked. */
  public Asking asking() {
    return options.asking();
  }

  /** The start of this run's JSON document. */
  public Envelope envelope() {
    return Envelope.at(environment.clock().instant(), console().warnings());
  }

  /**
   * Reports why the run failed and returns its exit code. Works while the arguments are not parsed,
   * so it looks for {@code --json} among them itself.
   */
  public ExitCode report(Throwable failure) {
    ErrorReport report = ErrorReport.of(failure);
    if (arguments.contains("--json")) {
      JsonOutput.err(environment).print(envelope().error(report));
    } else {
      report.print(console().err());
    }
    if (options.volume() == Volume.VERBOSE && report.exit() != ExitCode.USAGE) {
      report.printTrace(console().err());
    }
    return report.exit();
  }

  /** Width for help texts: the terminal's, within reason. */
  public int helpColumns() {
    int columns =
        environment.terminal().has(Channel.OUTPUT) ? environment.terminal().columns() : 100;
    return Math.max(60, Math.min(100, columns));
  }
}
