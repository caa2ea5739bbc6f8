package dev.sluice.cli.command;

import picocli.CommandLine.Command;

/** Projects. */
@Command(
    name = "project",
    header = "Create and look at projects, which requests can belong to.",
    footer = {
      "sluice project create \"Pay by region\" --by curie@example.org",
      "sluice project list"
    },
    subcommands = {ProjectCreateCommand.class, ProjectListCommand.class, ProjectShowCommand.class})
public final class ProjectCommand extends CommandGroup {}
