package dev.sluice.cli.command;

import dev.sluice.api.Dispatch;
import dev.sluice.bundle.VolumeLayout;
import dev.sluice.bundle.model.BundleLimits;
import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.exporter.ExportPlan;
import dev.sluice.state.text.SafeText;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
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
      "sluice export --dry-run --out stick",
      "sluice export --out stick1 --out stick2 --volume-size 512M",
      "sluice export --out stick1 --out stick2 --out stick3 --volume-size 512M --parity 2",
      "sluice export --to high-lab --whole --out stick",
      "sluice export --again bn-000042 --volumes data-0003.tar.zst.age --out stick",
      "sluice export --to low-lab --out stick --confirm-private 1 --no-input"
    })
public final class ExportCommand extends SiteCommand {
  private static final int MOST_PARITY = 32;

  @Option(names = "--to", paramLabel = "PEER", description = "The peer, if there is more than one.")
  private String peer;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The folder of the medium. Give it again for the next one.")
  private List<Path> media = List.of();

  @Option(
      names = "--volume-size",
      paramLabel = "SIZE",
      converter = SizeConverter.class,
      description = "Longest file, such as 3900M (default 1G).")
  private long volumeBytes = VolumeLayout.STANDARD.bytes();

  @Option(
      names = "--parity",
      paramLabel = "N",
      description = "Write N more volumes, so that any N may get lost (default 0, most 32).")
  private int parity;

  @Option(
      names = "--confirm-private",
      paramLabel = "N",
      description = "Let exactly N private items leave, without asking.")
  private Integer confirmed;

  @Option(
      names = "--dry-run",
      description = "Say what would leave and what room it takes; write nothing.")
  private boolean dryRun;

  @Option(
      names = "--whole",
      description = "Send changed content whole, to a peer that lost what it was before.")
  private boolean whole;

  @Option(
      names = "--again",
      paramLabel = "BUNDLE",
      converter = BundleNumberConverter.class,
      description = "Write the newest bundle again: what no medium has got yet, or else all.")
  private Long again;

  @Option(
      names = "--volumes",
      paramLabel = "FILE",
      split = ",",
      description = "With --again: only these files.")
  private Set<String> volumes = Set.of();

  public ExportCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session) throws Exception {
    checkArguments();
    String name = PeerChoice.of(session, peer);
    Dispatch usual = Dispatch.to(name, session.access(), session.decisions());
    Dispatch dispatch = whole ? usual.sendingWhole() : usual;
    PairingExpiry.warning(dispatch.pairing(), invocation().environment().clock())
        .ifPresent(session.console()::warn);
    if (again != null) {
      try (var headway = new ShownHeadway(invocation())) {
        return ExportAnswer.of(
            session, name, dispatch.heardBy(headway).again(again, volumes, places()));
      }
    }
    ExportPlan plan = dispatch.plan();
    if (!invocation().answersJson()) {
      ExportLines.print(session, name, plan);
    }
    if (plan.isEmpty()) {
      return session.answer(
          "sluice.export-plan/1",
          ExportLines.json(name, plan).build(),
          console ->
              console
                  .out()
                  .print(SafeText.sentence("Nothing to export: {} knows all of this.", name)));
    }
    if (dryRun) {
      var room = new RoomLines(dispatch.forecast(plan, layout()), places());
      return session.answer(
          "sluice.export-plan/1",
          ExportLines.json(name, plan).put("room", room.json()).build(),
          console -> console.out().print(room.text()));
    }
    int count = confirmed != null ? confirmed : confirm(session, plan);
    try (var headway = new ShownHeadway(invocation())) {
      return ExportAnswer.of(
          session, name, dispatch.heardBy(headway).write(plan, count, places(), layout()));
    }
  }

  private void checkArguments() {
    if (media.isEmpty() && !dryRun) {
      throw new CliException(ExitCode.USAGE, SafeText.literal("where to? --out DIR is missing"))
          .help(SafeText.literal("sluice export --out stick"));
    }
    if (!volumes.isEmpty() && again == null) {
      throw new CliException(ExitCode.USAGE, SafeText.literal("--volumes goes with --again"))
          .help(SafeText.literal("sluice export --again bn-000042 --volumes FILE --out stick"));
    }
    if (volumeBytes < VolumeLayout.LEAST_BYTES
        || volumeBytes > BundleLimits.STANDARD.volumeBytes()) {
      throw new CliException(
              ExitCode.USAGE, SafeText.literal("a volume has between 4M and 4 GiB less 64 KiB"))
          .help(SafeText.literal("--volume-size 3900M"));
    }
    if (parity < 0 || parity > MOST_PARITY) {
      throw new CliException(
              ExitCode.USAGE, SafeText.sentence("parity is 0 to {} volumes", MOST_PARITY))
          .help(SafeText.literal("--parity 1"));
    }
  }

  private VolumeLayout layout() {
    return new VolumeLayout(volumeBytes, parity);
  }

  private List<Path> places() {
    return media.stream().map(place -> invocation().resolve(place)).toList();
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
}
