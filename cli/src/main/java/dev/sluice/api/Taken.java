package dev.sluice.api;

import dev.sluice.importer.receive.ImportReport;
import java.util.List;

/**
 * What came of importing a medium, or a bundle.
 *
 * @param reports one for each bundle that was taken into custody
 * @param refused why others were not: not genuine, damaged, incomplete, or of another history; not
 *     those that are here already, nor those that this site wrote itself
 */
public record Taken(List<ImportReport> reports, List<Exception> refused) {
  public Taken {
    reports = List.copyOf(reports);
    refused = List.copyOf(refused);
  }

  /** How many batches are new here. */
  public int fresh() {
    return reports.stream().mapToInt(ImportReport::fresh).sum();
  }
}
