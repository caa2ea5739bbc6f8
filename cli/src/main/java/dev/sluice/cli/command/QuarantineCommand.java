package dev.sluice.cli.command;

import picocli.CommandLine.Command;

/** Bundles that were refused. */
@Command(
    name = "quarantine",
    header =
        "Look at bundles that were genuine and could not be taken in, and save what they hold.",
    description = {
      "A bundle that contradicts what is held here, or breaks a rule, is kept aside whole. Nothing"
          + " of it becomes part of the state."
    },
    footer = {"sluice quarantine list", "sluice quarantine show qn-3f9a1c2d"},
    subcommands = {
      QuarantineListCommand.class,
      QuarantineShowCommand.class,
      QuarantineSalvageCommand.class,
      QuarantineDiscardCommand.class
    })
public final class QuarantineCommand extends CommandGroup {}
