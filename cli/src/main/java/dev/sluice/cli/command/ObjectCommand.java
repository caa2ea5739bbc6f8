package dev.sluice.cli.command;

import picocli.CommandLine.Command;

/** Objects of declared kinds. */
@Command(
    name = "object",
    header = "Add and list objects of the kinds that a site declares itself.",
    footer = {
      "sluice object add model --id-name resnet --owner ana@example.org --field name=resnet",
      "sluice object list model"
    },
    subcommands = {ObjectAddCommand.class, ObjectListCommand.class})
public final class ObjectCommand extends CommandGroup {}
