package dev.sluice.cli.command;

import dev.sluice.bundle.pairing.SignedPairing;
import dev.sluice.canonical.Json;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Facts;
import dev.sluice.state.text.SafeText;
import java.util.Optional;
import java.util.TreeMap;
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
    SignedPairing present = session.peers().find(name);
    PairingExpiry.warning(present.pairing(), invocation().environment().clock())
        .ifPresent(session.console()::warn);
    Facts facts = PeerFacts.of(name, present).and(PeerFacts.revoked(session.peers(), name));
    Optional<Facts> proposed =
        session.peers().proposed(name).map(pairing -> PeerFacts.of(name, pairing));
    return session
        .invocation()
        .answer(
            "sluice.peer/1",
            json(facts, proposed),
            console -> {
              console.out().print(facts);
              if (proposed.isPresent()) {
                console.out().print(SafeText.literal("Proposed in its place, until both confirm:"));
                console.out().print(proposed.get());
              }
            });
  }

  private static Json json(Facts facts, Optional<Facts> proposed) {
    var fields = new TreeMap<String, Json>(facts.json().fields());
    proposed.ifPresent(other -> fields.put("proposed", other.json()));
    return new Json.Obj(fields);
  }
}
