package dev.sluice.cli.console;

import dev.sluice.canonical.Json;
import dev.sluice.state.text.SafeText;
import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * What a failed run says, in one fixed shape: {@code error[CODE]: sentence}, facts in columns, what
 * it means, whether anything was changed, {@code help:} lines, and the exit code.
 */
public final class ErrorReport {
  private static final SafeText NOTHING_CHANGED = SafeText.literal("Nothing was changed.");
  private static final SafeText SPACE = SafeText.literal(" ");

  private final CliException refusal;

  private ErrorReport(CliException refusal) {
    this.refusal = refusal;
  }

  /** The report of a refusal, or of anything else as an unexpected failure. */
  public static ErrorReport of(Throwable failure) {
    return new ErrorReport(failure instanceof CliException refusal ? refusal : unexpected(failure));
  }

  private static CliException unexpected(Throwable failure) {
    String message = failure.getMessage() == null ? "no message" : failure.getMessage();
    return new CliException(
            ExitCode.FAILURE,
            SafeText.sentence("unexpected {}: {}", failure.getClass().getSimpleName(), message))
        .effect(Effect.UNKNOWN)
        .help(SafeText.literal("run the same command again with -v to see where it happened"))
        .because(failure);
  }

  public ExitCode exit() {
    return refusal.exit();
  }

  /** Prints the report for a person. */
  public void print(Printer err) {
    err.print(
        StyledText.of(Style.RED, SafeText.sentence("error[{}]", exit().name()))
            .plus(SafeText.literal(": "))
            .plus(Style.BOLD, refusal.sentence()));
    err.print(refusal.subject().and(refusal.details()).lines("  "));
    if (!consequence().equals(SafeText.EMPTY)) {
      err.print(consequence());
    }
    for (SafeText step : refusal.help()) {
      err.print(StyledText.of(Style.GREEN, SafeText.literal("help: ")).plus(step));
    }
    err.print(StyledText.of(Style.DIM, SafeText.sentence("(exit {})", exit().number())));
  }

  /** What it means and what was changed, on one line. */
  private SafeText consequence() {
    if (refusal.effect() != Effect.NOTHING_CHANGED) {
      return refusal.meaning();
    }
    return refusal.meaning().equals(SafeText.EMPTY)
        ? NOTHING_CHANGED
        : refusal.meaning().plus(SPACE).plus(NOTHING_CHANGED);
  }

  /** Prints where in the program it happened, for those who asked with {@code -v}. */
  public void printTrace(Printer err) {
    var trace = new StringWriter();
    Throwable origin = refusal.getCause() == null ? refusal : refusal.getCause();
    origin.printStackTrace(new PrintWriter(trace));
    err.print(SafeText.lines(trace.toString()));
  }

  /** The {@code error} member of the envelope; {@code changed} is absent when it is not known. */
  public Json.Obj json() {
    var error =
        Json.object()
            .put("code", exit().name())
            .put("exit", exit().number())
            .put("message", refusal.sentence().toString())
            .put("subject", refusal.subject().json())
            .put("details", refusal.details().json())
            .put("help", Json.texts(refusal.help().stream().map(SafeText::toString).toList()));
    if (refusal.effect() != Effect.UNKNOWN) {
      error.put("changed", new Json.Bool(refusal.effect() == Effect.SOMETHING_CHANGED));
    }
    return error.build();
  }
}
