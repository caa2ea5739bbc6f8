package dev.sluice.cli.command;

import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.Console;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.health.BundleStanding;
import dev.sluice.cli.health.FeedChecks;
import dev.sluice.cli.health.Finding;
import dev.sluice.cli.health.Findings;
import dev.sluice.cli.health.KeyCheck;
import dev.sluice.cli.health.Leftovers;
import dev.sluice.cli.health.Level;
import dev.sluice.cli.health.MachineChecks;
import dev.sluice.cli.health.MediumCheck;
import dev.sluice.cli.health.PairingCheck;
import dev.sluice.cli.health.RejectionAdvice;
import dev.sluice.cli.health.StateChecks;
import dev.sluice.cli.site.Guard;
import dev.sluice.cli.site.SiteFolder;
import dev.sluice.state.Side;
import dev.sluice.state.store.ReadOnlyStore;
import dev.sluice.state.text.SafeText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Looks at what a site needs to work, and at what lies on a medium. */
@Command(
    name = "doctor",
    header = "Say what is wrong with this site, its machine or a stick, and what to do next.",
    description = {
      "Looks at Java, ciphers, isolation, space, store settings, clock, keys, pairings, feeds and"
          + " work folders; with a medium, at every bundle on it. Changes nothing, and asks for no"
          + " passphrase. What is kept is looked through by: sluice fsck."
    },
    footer = {"sluice doctor", "sluice doctor stick", "sluice doctor stick1 stick2 --json"})
public final class DoctorCommand extends SiteCommand {
  @Parameters(
      arity = "0..*",
      paramLabel = "MEDIUM",
      description = "A stick to explain; all sticks of a bundle that needs several.")
  private List<Path> media = List.of();

  public DoctorCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session) throws Exception {
    List<Finding> site = site(session);
    var all = new ArrayList<Finding>(media.isEmpty() ? site : notFine(site));
    if (!media.isEmpty()) {
      all.addAll(media(session));
    }
    var findings = new Findings(all);
    invocation().answer("sluice.doctor/1", findings.json(), console -> print(console, findings));
    return findings.exit();
  }

  private static List<Finding> notFine(List<Finding> findings) {
    return findings.stream().filter(finding -> finding.level() == Level.FAIL).toList();
  }

  private List<Finding> site(Session session) throws Exception {
    SiteFolder site = session.site();
    Optional<Side> side = site.kind().side();
    var all = new ArrayList<Finding>(List.of(MachineChecks.java(), MachineChecks.cipher()));
    all.addAll(look("space", () -> List.of(MachineChecks.space(site.path()))));
    if (side.equals(Optional.of(Side.HIGH))) {
      MachineChecks.code(invocation().environment().variable("PATH").orElse("")).forEach(all::add);
    }
    if (side.isPresent()) {
      all.addAll(look("store", () -> state(site)));
      all.addAll(look("keys", () -> List.of(new KeyCheck(site).look())));
    }
    all.addAll(look("pairing", () -> new PairingCheck(site).look(PairingExpiry.warnings(session))));
    all.addAll(look("left-over", () -> Leftovers.of(site)));
    return all;
  }

  private List<Finding> state(SiteFolder site) throws Exception {
    ReadOnlyStore store = ReadOnlyStore.at(site.store());
    var clock = invocation().environment().clock();
    var checks = new StateChecks(store);
    var all =
        new ArrayList<Finding>(
            List.of(checks.settings(), checks.frozen(new Guard(site)), checks.clock(clock)));
    all.addAll(store.<List<Finding>, RuntimeException>read(view -> FeedChecks.of(view, clock)));
    return all;
  }

  private List<Finding> media(Session session) throws Exception {
    var check = new MediumCheck(session.believed(), new RejectionAdvice(BundleRefusals::of));
    for (Path medium : media) {
      check.look(invocation().resolve(medium), medium.toString());
    }
    if (session.site().kind().side().isEmpty()) {
      return check.findings(BundleStanding::atGuard);
    }
    return ReadOnlyStore.at(session.site().store())
        .<List<Finding>, RuntimeException>read(
            view -> check.findings(new BundleStanding(view, "" + media.get(0))::of));
  }

  private interface Check {
    List<Finding> look() throws Exception;
  }

  /** What keeps one check from being made is its finding, and does not stop the others. */
  private static List<Finding> look(String name, Check check) {
    try {
      return check.look();
    } catch (Exception e) {
      RuntimeException refusal = Refusals.of(e);
      if (refusal instanceof CliException report) {
        return List.of(Finding.of(name, report));
      }
      throw refusal;
    }
  }

  private void print(Console console, Findings findings) {
    findings.print(console);
    long failures = findings.count(Level.FAIL);
    if (failures > 0) {
      console
          .out()
          .print(
              SafeText.sentence(
                  "Wrong: {}. Do what stands below each. Nothing was changed.", failures));
    } else if (media.isEmpty()) {
      console.out().print(SafeText.literal("Fit to work. Next: sluice status"));
    } else {
      console.out().print(SafeText.literal("Nothing was changed, here or on the medium."));
    }
  }
}
