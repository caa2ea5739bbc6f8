package dev.sluice.cli.command;

import dev.sluice.bundle.BundleWriter;
import dev.sluice.bundle.model.BundleLimits;
import dev.sluice.bundle.pairing.ConfirmedPairing;
import dev.sluice.canonical.Json;
import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.DataSize;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Facts;
import dev.sluice.cli.console.Style;
import dev.sluice.cli.console.StyledText;
import dev.sluice.cli.console.Table;
import dev.sluice.exporter.ExportPlan;
import dev.sluice.exporter.ExportReport;
import dev.sluice.exporter.Exporter;
import dev.sluice.exporter.ReleaseGate;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.review.PrivateItem;
import dev.sluice.state.text.SafeText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    BundleFacts.pairingExpiry(pairing, invocation().environment().clock())
        .ifPresent(session.console()::warn);
    ExportPlan plan = exporter.plan();
    if (!invocation().answersJson()) {
      print(session, name, plan);
    }
    if (dryRun || plan.isEmpty()) {
      return session.answer(
          "sluice.export-plan/1",
          json(name, plan),
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
            session.keys().signingKey(session::passphrase),
            session.random());
    return answer(session, name, exporter.export(plan, count, request));
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

  private static void print(Session session, String peer, ExportPlan plan) throws Exception {
    var out = session.console().out();
    out.print(
        SafeText.sentence(
            "Outgoing to {}: {} batches, {} of them repeated, {} answers about its own",
            peer,
            plan.released().size() + plan.repeated().size(),
            plan.repeated().size(),
            plan.news().size()));
    Table table = Table.plain();
    session.<Void, RuntimeException>read(
        view -> {
          var ids = ShortIds.of(view);
          for (ListedBatch batch : plan.released()) {
            table.row(
                SafeText.literal("  " + batch.status()),
                SafeText.of(ids.shown(batch.root())),
                SafeText.of(batch.kind().name()),
                SafeText.of(batch.title()),
                SafeText.of(batch.owner()));
            for (PrivateItem item : batch.privateItems()) {
              boolean shared = item.state() == PrivateItem.State.SHARED;
              table.row(
                  StyledText.of(
                      shared ? Style.RED : Style.DIM,
                      SafeText.literal(shared ? "  PRIVATE" : "  withheld")),
                  StyledText.of(SafeText.of(ids.shown(item.object()))),
                  StyledText.of(SafeText.of(item.kind())),
                  StyledText.of(SafeText.of(item.item())),
                  StyledText.of(SafeText.of(shared ? DataSize.text(item.bytes()) : "stays here")));
            }
          }
          return null;
        });
    out.print(table);
    if (!plan.heldBack().isEmpty()) {
      out.print(
          SafeText.sentence(
              "{} batches stay here: nobody approved them (sluice batch list --outgoing)",
              plan.heldBack().size()));
    }
    plan.broken()
        .forEach(
            broken ->
                session
                    .console()
                    .warn(SafeText.sentence("left out: {}", broken.problem().getMessage())));
  }

  private static Json json(String peer, ExportPlan plan) {
    var batches = new ArrayList<Json>();
    plan.released().forEach(batch -> batches.add(json(batch)));
    return Json.object()
        .put("answers", plan.news().size())
        .put("batches", Json.array(batches))
        .put("held_back", plan.heldBack().size())
        .put("peer", peer)
        .put("private_items", plan.privateItems())
        .put("repeated", plan.repeated().size())
        .build();
  }

  private static Json json(ListedBatch batch) {
    List<Json> items = new ArrayList<>();
    for (PrivateItem item : batch.privateItems()) {
      items.add(
          Json.object()
              .put("item", item.item())
              .put("object", item.object().text())
              .put("state", item.state().toString())
              .build());
    }
    return Json.object()
        .put("by", batch.owner())
        .put("id", batch.root().text())
        .put("private", Json.array(items))
        .put("status", batch.status().toString())
        .put("title", batch.title())
        .put("type", batch.kind().name())
        .build();
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
                      "Wrote bundle {} ({}, {} volumes) for {}. Read back and compared: ok.",
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
