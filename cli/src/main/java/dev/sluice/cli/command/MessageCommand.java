package dev.sluice.cli.command;

import picocli.CommandLine.Command;

/** Messages. */
@Command(
    name = "message",
    header = "Read what researchers were told.",
    footer = {"sluice message list", "sluice message list --to curie@example.org"},
    subcommands = {MessageListCommand.class})
public final class MessageCommand extends CommandGroup {}
