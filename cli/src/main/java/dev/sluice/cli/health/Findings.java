package dev.sluice.cli.health;

import dev.sluice.canonical.Json;
import dev.sluice.cli.console.Console;
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
