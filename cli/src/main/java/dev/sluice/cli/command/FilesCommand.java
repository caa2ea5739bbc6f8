package dev.sluice.cli.command;

import picocli.CommandLine.Command;

/** Tracked files. */
@Command(
    name = "files",
    header = "Look at tracked folders, and write what was applied into a folder.",
    footer = {"sluice files list", "sluice files checkout packages /srv/packages"},
    subcommands = {FilesListCommand.class, FilesShowCommand.class, FilesCheckoutCommand.class})
public final class FilesCommand extends CommandGroup {}
