package dev.sluice.cli.command;

import picocli.CommandLine.Command;

/** Researchers. */
@Command(
    name = "user",
    header = "Add and list the researchers that hand in requests.",
    footer = {"sluice user add curie@example.org --name \"Marie Curie\"", "sluice user list"},
    subcommands = {UserAddCommand.class, UserListCommand.class})
public final class UserCommand extends CommandGroup {}
