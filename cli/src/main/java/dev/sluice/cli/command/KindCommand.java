package dev.sluice.cli.command;

import picocli.CommandLine.Command;

/** Kinds of objects. */
@Command(
    name = "kind",
    header = "Look at the kinds of objects that a site knows, and check declarations of more.",
    footer = {"sluice kind list", "sluice kind check model.json"},
    subcommands = {KindListCommand.class, KindShowCommand.class, KindCheckCommand.class})
public final class KindCommand extends CommandGroup {}
