package dev.sluice.cli.command;

import picocli.CommandLine.Command;

/** The other side. */
@Command(
    name = "peer",
    header = "Pair this site with another one.",
    footer = {"sluice peer add low-lab.card", "sluice peer confirm low-lab"},
    subcommands = {
      PeerAddCommand.class,
      PeerConfirmCommand.class,
      PeerListCommand.class,
      PeerShowCommand.class,
      PeerRevokeCommand.class,
      PeerRemoveCommand.class
    })
public final class PeerCommand extends CommandGroup {}
