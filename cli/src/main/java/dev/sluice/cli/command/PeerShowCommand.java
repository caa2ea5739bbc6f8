package dev.sluice.cli.command;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Facts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one peer. */
@Command(
    name = "show",
    header = "Show one pairing: keys, rules, and the words to compare.",
    footer = {"sluice peer show low-lab", "sluice peer show low-lab --json"})
public final class PeerShowCommand extends SiteCommand {
  @Parameters(paramLabel = "NAME", description = "The peer.")
  private String name;

  public PeerShowCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session) throws Exception {
    Facts facts = PeerFacts.of(name, session.peers().find(name));
    return session
        .invocation()
        .answer("sluice.peer/1", facts.json(), console -> console.out().print(facts));
  }
}
