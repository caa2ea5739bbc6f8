package dev.sluice.cli.command;

import picocli.CommandLine.Command;

/** Requests. */
@Command(
    name = "request",
    header = "Hand in, look at and turn down requests to run code on private data.",
    footer = {"sluice request list --status pending", "sluice request show rq-7f2a"},
    subcommands = {
      RequestSubmitCommand.class,
      RequestListCommand.class,
      RequestShowCommand.class,
      RequestTagCommand.class,
      RequestWithdrawCommand.class,
      RequestDenyCommand.class
    })
public final class RequestCommand extends CommandGroup {}
