package dev.sluice.cli.command;

import picocli.CommandLine.Command;

/** Endpoints. */
@Command(
    name = "endpoint",
    header = "Add and look at functions that have a mock for everybody and a private half on high.",
    footer = {
      "sluice endpoint add payroll.mean --mock mock.py --private mean.py --owner ana@example.org",
      "sluice endpoint show payroll.mean"
    },
    subcommands = {
      EndpointAddCommand.class,
      EndpointUpdateCommand.class,
      EndpointListCommand.class,
      EndpointShowCommand.class,
      EndpointRemoveCommand.class
    })
public final class EndpointCommand extends CommandGroup {}
