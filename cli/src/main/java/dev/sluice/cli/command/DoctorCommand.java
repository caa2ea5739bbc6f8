package dev.sluice.cli.command;

import dev.sluice.cli.console.Console;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.health.Finding;
import dev.sluice.cli.health.Findings;
import dev.sluice.cli.health.KeyCheck;
import dev.sluice.cli.health.Leftovers;
import dev.sluice.cli.health.Level;
import dev.sluice.cli.health.MachineChecks;
import dev.sluice.cli.health.PairingCheck;
import dev.sluice.cli.health.StateChecks;
import dev.sluice.cli.site.Guard;
import dev.sluice.cli.site.SiteFolder;
import dev.sluice.state.Side;
import dev.sluice.state.store.ReadOnlyStore;
import dev.sluice.state.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;

/** Looks at what a site needs to work. */
@Command(
    name = "doctor",
    header = "Say whether this site and its machine are fit to work, and what to do next.",
    description = {
      "Looks at Java, ciphers, isolation, clock, space, store settings, keys, pairings and work"
          + " folders. Changes nothing. What is kept is looked through by: sluice fsck."
    },
    footer = {"sluice doctor", "sluice doctor --json"})
public final class DoctorCommand extends SiteCommand {
  public DoctorCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session) throws Exception {
    SiteFolder site = session.site();
    Optional<Side> side = site.kind().side();
    var all = new ArrayList<Finding>();
    all.add(MachineChecks.java());
    all.add(MachineChecks.cipher());
    all.add(MachineChecks.space(site.path()));
    if (side.equals(Optional.of(Side.HIGH))) {
      MachineChecks.code(invocation().environment().variable("PATH").orElse("")).forEach(all::add);
    }
    if (side.isPresent()) {
      all.addAll(state(site));
      all.add(new KeyCheck(site).look());
    }
    int confirmed = session.peers().confirmed().size();
    all.addAll(PairingCheck.of(confirmed, PairingExpiry.warnings(session)));
    all.addAll(Leftovers.of(site));
    var findings = new Findings(all);
    invocation().answer("sluice.doctor/1", findings.json(), console -> print(console, findings));
    return findings.count(Level.FAIL) == 0 ? ExitCode.OK : ExitCode.CHECK_FAILED;
  }

  private List<Finding> state(SiteFolder site) throws Exception {
    var checks = new StateChecks(ReadOnlyStore.at(site.store()));
    Finding settings = checks.settings();
    return settings.level() == Level.FAIL
        ? List.of(settings)
        : List.of(
            settings,
            checks.frozen(new Guard(site)),
            checks.clock(invocation().environment().clock()));
  }

  private static void print(Console console, Findings findings) {
    findings.print(console);
    console
        .out()
        .print(
            findings.count(Level.FAIL) == 0
                ? SafeText.literal("Fit to work. Next: sluice status")
                : SafeText.sentence(
                    "Not fit to work: {}. Do what stands below each.", findings.count(Level.FAIL)));
  }
}
