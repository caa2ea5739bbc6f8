package dev.sluice.cli.command;

import picocli.CommandLine.Command;

/** This site itself. */
@Command(
    name = "site",
    header = "See which history this site continues, and go on after a restore from a backup.",
    footer = {"sluice site show", "sluice site recover"},
    subcommands = {SiteShowCommand.class, SiteRecoverCommand.class})
public final class SiteGroup extends CommandGroup {}
