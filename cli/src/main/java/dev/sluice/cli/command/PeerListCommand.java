package dev.sluice.cli.command;

import dev.sluice.bundle.pairing.SignedPairing;
import dev.sluice.canonical.Json;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Table;
import dev.sluice.state.text.SafeText;
import java.util.ArrayList;
import picocli.CommandLine.Command;

/** Lists the peers. */
@Command(
    name = "list",
    header = "List the peers and whether both sides have confirmed.",
    footer = {"sluice peer list", "sluice peer list --json"})
public final class PeerListCommand extends SiteCommand {
  public PeerListCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session) throws Exception {
    PairingExpiry.warnings(session).forEach(session.console()::warn);
    Table table = Table.headed("PEER", "SUITE", "SIGNED BY", "EXPIRES");
    var rows = new ArrayList<Json>();
    for (String name : session.peers().names()) {
      SignedPairing pairing = session.peers().find(name);
      rows.add(PeerFacts.of(name, pairing).json());
      table.row(
          SafeText.of(name),
          SafeText.of(pairing.pairing().suite().word()),
          SafeText.of(PeerFacts.signers(pairing)),
          SafeText.of(pairing.pairing().expires().toString()));
    }
    return session
        .invocation()
        .answer("sluice.peers/1", Json.array(rows), console -> console.out().print(table));
  }
}
