package dev.sluice.cli.command;

import dev.sluice.bundle.BundleWriter;
import dev.sluice.bundle.model.BundleLimits;
import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.pairing.ConfirmedPairing;
import dev.sluice.bundle.pairing.Demand;
import dev.sluice.bundle.ssh.Signer;
import dev.sluice.bundle.ssh.SshPublicKey;
import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.DataSize;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Facts;
import dev.sluice.cli.site.SiteException;
import dev.sluice.exporter.ExportPlan;
import dev.sluice.exporter.ExportReport;
import dev.sluice.exporter.Exporter;
import dev.sluice.exporter.ReleaseGate;
import dev.sluice.state.text.SafeText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes a bundle. */
@Command(
    name = "export",
    header = "Write a signed, encrypted bundle for a peer to a medium.",
    description = {
      "The bundle carries everything the peer has not confirmed yet, so the next stick makes up for",
      "a lost one. What is written is read back before the command ends."
    },
    footer = {
      "sluice export --to high-lab --out stick",
      "sluice export --to low-lab --out stick --confirm-private 1 --no-input"
    })
public final class ExportCommand extends SiteCommand {
  @Option(names = "--to", paramLabel = "PEER", description = "The peer, if there is more than one.")
  private String peer;

  @Option(names = "--out", paramLabel = "DIR", description = "The folder of the medium.")
  private Path medium;

  @Option(
      names = "--volume-size",
      paramLabel = "SIZE",
      converter = SizeConverter.class,
      description = "Longest file, such as 3900M (default 1G).")
  private long volumeBytes = BundleWriter.DEFAULT_VOLUME_BYTES;

  @Option(
      names = "--confirm-private",
      paramLabel = "N",
      description = "Let exactly N private items leave, without asking.")
  private Integer confirmed;

  @Option(names = "--dry-run", description = "Say what would leave and write nothing.")
  private boolean dryRun;

  public ExportCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session) throws Exception {
    checkArguments();
    String name = PeerChoice.of(session, peer);
    ConfirmedPairing pairing = session.peers().confirmed(name);
    var exporter =
        new Exporter(
            session.store(),
            session.kinds(),
            new ReleaseGate(session.decisions()),
            name,
            pairing,
            invocation().environment().clock());
    PairingExpiry.warning(pairing.pairing(), invocation().environment().clock())
        .ifPresent(session.console()::warn);
    ExportPlan plan = exporter.plan();
    if (!invocation().answersJson()) {
      ExportLines.print(session, name, plan);
    }
    if (dryRun || plan.isEmpty()) {
      return session.answer(
          "sluice.export-plan/1",
          ExportLines.json(name, plan),
          console -> {
            if (plan.isEmpty()) {
              console
                  .out()
                  .print(SafeText.sentence("Nothing to export: {} knows all of this.", name));
            }
          });
    }
    int count = confirmed != null ? confirmed : confirm(session, plan);
    var request =
        new Exporter.Request(
            invocation().resolve(medium),
            volumeBytes,
            session.actor(),
            session.keys().signingKey(signer(session, pairing), session::passphrase),
            composite(session, pairing),
            session.random());
    return answer(session, name, exporter.export(plan, count, request));
  }

  /** The key that the pairing names, which need not be the newest of this site. */
  private static SshPublicKey signer(Session session, ConfirmedPairing pairing) {
    return pairing.pairing().sender(session.site().kind().sends().orElseThrow()).signing();
  }

  private static Optional<Signer> composite(Session session, ConfirmedPairing pairing)
      throws IOException, SiteException {
    if (!pairing.pairing().demands().contains(Demand.COMPOSITE)) {
      return Optional.empty();
    }
    Direction sends = session.site().kind().sends().orElseThrow();
    SshPublicKey key = pairing.pairing().sender(sends).composite().orElseThrow();
    return Optional.of(session.keys().compositeKey(key, session::passphrase, session.random()));
  }

  private void checkArguments() {
    if (medium == null && !dryRun) {
      throw new CliException(ExitCode.USAGE, SafeText.literal("where to? --out DIR is missing"))
          .help(SafeText.literal("sluice export --out stick"));
    }
    if (volumeBytes < BundleWriter.LEAST_VOLUME_BYTES
        || volumeBytes > BundleLimits.STANDARD.volumeBytes()) {
      throw new CliException(
              ExitCode.USAGE, SafeText.literal("a volume has between 4M and 4 GiB less 64 KiB"))
          .help(SafeText.literal("--volume-size 3900M"));
    }
  }

  private static int confirm(Session session, ExportPlan plan) {
    int count = plan.privateItems();
    if (count > 0) {
      session
          .invocation()
          .prompt()
          .confirm(
              SafeText.sentence("Type {} (private items) to write the bundle:", count),
              Integer.toString(count),
              "--confirm-private " + count);
    }
    return count;
  }

  private ExitCode answer(Session session, String peer, ExportReport report) throws Exception {
    Facts facts =
        Facts.none()
            .and("bundle", BundleFacts.name(report.number()))
            .and("peer", peer)
            .and("folder", report.folder().toString())
            .and("volumes", report.volumes())
            .and("bytes", report.bytes())
            .and("batches", report.batches())
            .and("root", report.root().hex());
    return session.answer(
        "sluice.export/1",
        facts.json(),
        console -> {
          console
              .out()
              .print(
                  SafeText.sentence(
                      "Wrote bundle {} ({}, volumes: {}) for {}. Read back and compared: ok.",
                      BundleFacts.name(report.number()),
                      DataSize.text(report.bytes()),
                      report.volumes(),
                      peer));
          console.out().print(SafeText.sentence("  {}", report.folder()));
          console
              .out()
              .print(
                  SafeText.literal(
                      "Next: unmount the stick, carry it, then `sluice import` over there."));
        });
  }
}
