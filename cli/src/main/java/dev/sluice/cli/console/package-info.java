/**
 * The voice of the command line: how answers, refusals and questions look, and how a process ends.
 *
 * <p>Whatever is printed is {@link dev.sluice.state.text.SafeText}; escape sequences come from this
 * package only. {@link dev.sluice.cli.console.Environment} is all that a command may know of the
 * process it runs in, {@link dev.sluice.cli.console.CliException} how it refuses.
 */
package dev.sluice.cli.console;
