package dev.sluice.cli.command;

import picocli.CommandLine.Command;

/** The batches that wait, whichever way they travel. */
@Command(
    name = "batch",
    header = "Look at the batches that came in or would go out.",
    footer = {"sluice batch list --incoming", "sluice batch show rq-7f2a"},
    subcommands = {BatchListCommand.class, BatchShowCommand.class, BatchTreeCommand.class})
public final class BatchCommand extends CommandGroup {}
