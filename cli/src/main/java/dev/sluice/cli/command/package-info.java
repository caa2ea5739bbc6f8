/**
 * The commands, one class each.
 *
 * <p>A command is a picocli {@code @Command} that implements {@code Callable<ExitCode>}, takes its
 * {@link dev.sluice.cli.command.Invocation} by constructor and has a line in {@code CommandTable}.
 * Its {@code header} is one sentence; its {@code footer} is two examples, which are printed first.
 * It refuses by throwing {@link dev.sluice.cli.console.CliException}.
 */
package dev.sluice.cli.command;
