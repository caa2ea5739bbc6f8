package dev.sluice.cli.command;

import picocli.CommandLine.Command;

/** Datasets. */
@Command(
    name = "dataset",
    header =
        "Add and look at datasets, with mock data for everybody and private data on the high side.",
    footer = {
      "sluice dataset add payroll --mock mock.csv --owner ana@example.org",
      "sluice dataset show payroll"
    },
    subcommands = {
      DatasetAddCommand.class,
      DatasetListCommand.class,
      DatasetShowCommand.class,
      DatasetRemoveCommand.class
    })
public final class DatasetCommand extends CommandGroup {}
