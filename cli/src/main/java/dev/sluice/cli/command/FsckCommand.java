package dev.sluice.cli.command;

import dev.sluice.cli.console.Console;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Progress;
import dev.sluice.cli.health.Finding;
import dev.sluice.cli.health.Findings;
import dev.sluice.cli.health.Leftovers;
import dev.sluice.cli.health.Level;
import dev.sluice.cli.health.StoreFindings;
import dev.sluice.state.store.StoreCheck;
import dev.sluice.state.store.StoreCheck.Depth;
import dev.sluice.state.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks for damage. */
@Command(
    name = "fsck",
    header = "Look through this site for damage, and change nothing.",
    description = {
      "Reads the database, every blob and document, the feeds and the audit log, and looks for what"
          + " killed commands left. Works while another sluice does, and on a frozen site."
    },
    footer = {"sluice fsck", "sluice fsck --quick --json"})
public final class FsckCommand extends SiteCommand {
  @Option(names = "--quick", description = "Measure blobs instead of reading them.")
  private boolean quick;

  public FsckCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session) throws Exception {
    session.side();
    var all = new ArrayList<Finding>(store(session));
    all.addAll(Leftovers.of(session.site()));
    var findings = new Findings(all);
    invocation().answer("sluice.fsck/1", findings.json(), console -> print(console, findings));
    return findings.exit();
  }

  private List<Finding> store(Session session) throws Exception {
    StoreCheck check = StoreCheck.of(session.site().store());
    long bytes = quick ? 0 : check.blobBytes();
    try (Progress progress = invocation().progress(SafeText.literal("Reading blobs"), bytes)) {
      return check.run(quick ? Depth.QUICK : Depth.FULL, progress::advance).stream()
          .map(StoreFindings::of)
          .toList();
    }
  }

  private void print(Console console, Findings findings) {
    findings.print(console);
    long damaged = findings.count(Level.FAIL);
    if (damaged > 0) {
      console
          .out()
          .print(
              SafeText.sentence(
                  "Damaged: {}. To be looked at: {}. Nothing was changed.",
                  damaged,
                  findings.count(Level.WARN)));
      return;
    }
    console
        .out()
        .print(
            SafeText.literal(
                quick
                    ? "No damage found. The bytes of blobs were not read."
                    : "No damage found: everything that is kept is as it was written."));
  }
}
