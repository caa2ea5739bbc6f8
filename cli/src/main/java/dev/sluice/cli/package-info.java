/**
 * The {@code sluice} program: {@link dev.sluice.cli.Sluice} parses the arguments, finds the command
 * in {@link dev.sluice.cli.CommandTable} and turns whatever happens into an exit code.
 */
package dev.sluice.cli;
