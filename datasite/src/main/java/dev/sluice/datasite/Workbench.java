package dev.sluice.datasite;

import dev.sluice.datasite.run.CodeRunner;
import dev.sluice.datasite.run.RunLimits;
import java.nio.file.Path;
import java.util.List;

/**
 * Where and how a job is run.
 *
 * @param runner runs the code
 * @param limits what it may use
 * @param scratch an existing folder for the private files of a run, which are gone afterwards
 * @param hidden folders that the code must not see into, above all the site's
 */
public record Workbench(CodeRunner runner, RunLimits limits, Path scratch, List<Path> hidden) {
  public Workbench {
    hidden = List.copyOf(hidden);
  }
}
