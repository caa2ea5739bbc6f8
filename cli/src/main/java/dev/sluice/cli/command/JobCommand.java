package dev.sluice.cli.command;

import picocli.CommandLine.Command;

/** Jobs. */
@Command(
    name = "job",
    header = "Run requests on private data and look at what came of them.",
    footer = {"sluice job run rq-7f2a", "sluice job logs jb-19c4"},
    subcommands = {
      JobRunCommand.class,
      JobListCommand.class,
      JobShowCommand.class,
      JobLogsCommand.class,
      JobDepositCommand.class
    })
public final class JobCommand extends CommandGroup {}
