package dev.sluice.cli.command;

import picocli.CommandLine.Command;

/** Results. */
@Command(
    name = "result",
    header = "Read released results.",
    footer = {
      "sluice result show rq-7f2a --for curie@example.org",
      "sluice result show rs-55d0 --for curie@example.org --output totals.csv"
    },
    subcommands = {ResultShowCommand.class})
public final class ResultCommand extends CommandGroup {}
