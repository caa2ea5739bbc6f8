package dev.sluice.cli.command;

import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.ssh.SshPublicKey;
import dev.sluice.canonical.Json;
import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Facts;
import dev.sluice.cli.site.SiteKind;
import dev.sluice.state.audit.AuditEvent;
import dev.sluice.state.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ends the trust in a stolen key. */
@Command(
    name = "revoke",
    header = "Refuse what a peer's key signs after a bundle number, such as after a theft.",
    description = {
      "Bundles up to that number still count. Without --after nothing counts that was not taken in",
      "before. It cannot be undone; a later pairing brings a new key."
    },
    footer = {
      "sluice peer revoke low-lab",
      "sluice peer revoke low-lab+high-lab --key SHA256:... --after 41"
    })
public final class PeerRevokeCommand extends SiteCommand {
  @Parameters(paramLabel = "NAME", description = "The peer.")
  private String name;

  @Option(
      names = "--after",
      paramLabel = "N",
      description = "Number of the last bundle that counts; by default the last one taken in.")
  private Long after;

  @Option(
      names = "--key",
      paramLabel = "FINGERPRINT",
      description = "Which key, if not the one that the pairing names now.")
  private String fingerprint;

  public PeerRevokeCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session) throws Exception {
    SshPublicKey key = key(session);
    long last = last(session);
    if (session.site().kind() != SiteKind.GUARD) {
      session.record(
          AuditEvent.of("key-revoked", session.actor())
              .about(name)
              .with("after", Json.integer(last))
              .with("signing", key.fingerprint()));
    }
    session.peers().revoke(name, key, last);
    Facts facts =
        Facts.none()
            .and("peer", name)
            .and("signing key", key.fingerprint())
            .and("last bundle that counts", last);
    return invocation()
        .answer(
            "sluice.key-revoked/1",
            facts.json(),
            console -> {
              console.out().print(facts);
              console
                  .out()
                  .print(
                      SafeText.literal(
                          "Later bundles of this key are refused as KEY_REVOKED. Next, over there:"
                              + " sluice key rotate --overlap 0"));
            });
  }

  private SshPublicKey key(Session session) throws Exception {
    session.peers().confirmed(name);
    var known = new ArrayList<SshPublicKey>();
    for (Direction incoming : incoming(session)) {
      known.addAll(session.peers().keys(name, incoming));
    }
    if (fingerprint == null && session.site().kind() != SiteKind.GUARD) {
      return known.get(0);
    }
    return known.stream()
        .filter(key -> key.fingerprint().equals(fingerprint))
        .findFirst()
        .orElseThrow(() -> unknownKey(known));
  }

  private static CliException unknownKey(List<SshPublicKey> known) {
    var refusal =
        new CliException(
            ExitCode.USAGE, SafeText.literal("name one of the peer's keys with --key"));
    known.forEach(key -> refusal.help(SafeText.sentence("--key {}", key.fingerprint())));
    return refusal;
  }

  private static List<Direction> incoming(Session session) {
    return session
        .site()
        .kind()
        .sends()
        .map(sends -> List.of(sends.reverse()))
        .orElse(List.of(Direction.values()));
  }

  private long last(Session session) throws Exception {
    if (after != null) {
      if (after < 0) {
        throw new CliException(ExitCode.USAGE, SafeText.literal("a bundle number is 0 or more"));
      }
      return after;
    }
    if (session.site().kind() == SiteKind.GUARD) {
      throw new CliException(
          ExitCode.USAGE,
          SafeText.literal("a guard keeps no ledger; name the number with --after"));
    }
    return session.<Long, RuntimeException>read(view -> view.peer(name).record().lastBundleIn());
  }
}
