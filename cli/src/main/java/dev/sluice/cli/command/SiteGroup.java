package dev.sluice.cli.command;

import picocli.CommandLine.Command;

/** This site itself. */
@Command(
    name = "site",
    header = "See which history this site continues, go on after a restore, or begin anew.",
    footer = {"sluice site show", "sluice site recover"},
    subcommands = {SiteShowCommand.class, SiteRecoverCommand.class, SiteNewIdentityCommand.class})
public final class SiteGroup extends CommandGroup {}
