package dev.sluice.cli.health;

import dev.sluice.canonical.Json;
import dev.sluice.cli.console.Console;
import dev.sluice.cli.console.ExitCode;
import java.util.Comparator;
import java.util.List;

/**
 * A report.
 *
 * @param all what it says, in order
 */
public record Findings(List<Finding> all) {
  public Findings {
    all = List.copyOf(all);
  }

  public long count(Level level) {
    return all.stream().filter(finding -> finding.level() == level).count();
  }

  /** {@code OK} without a failure, else the lowest code of one, of 10 to 15 if there is such. */
  public ExitCode exit() {
    return all.stream()
        .map(Finding::exit)
        .filter(exit -> exit != ExitCode.OK)
        .min(Comparator.comparing(Findings::rank))
        .orElse(ExitCode.OK);
  }

  /** Trust comes first, as in the table of exit codes. */
  private static int rank(ExitCode exit) {
    boolean trust =
        exit.compareTo(ExitCode.SIGNATURE_INVALID) >= 0 && exit.compareTo(ExitCode.HISTORY) <= 0;
    return trust ? exit.number() : ExitCode.INTERRUPTED.number() + exit.number();
  }

  public void print(Console console) {
    all.forEach(finding -> finding.lines().forEach(console.out()::print));
  }

  /** The findings, and {@code healthy}, which is false if one of them is a failure. */
  public Json.Obj json() {
    return Json.object()
        .put("findings", Json.array(all.stream().map(Finding::json).toList()))
        .put("healthy", new Json.Bool(count(Level.FAIL) == 0))
        .build();
  }
}
