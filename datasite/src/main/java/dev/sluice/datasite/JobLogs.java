package dev.sluice.datasite;

import dev.sluice.state.PartRef;
import dev.sluice.state.StateObject;
import java.util.Optional;

/**
 * The two streams of a job.
 *
 * @param stdout on the low side only when it was released
 * @param stderr only on the high side; it never leaves it
 */
public record JobLogs(Optional<PartRef> stdout, Optional<PartRef> stderr) {
  static final String STDERR = "stderr";

  static JobLogs of(StateObject log) {
    return new JobLogs(log.part(JobItem.What.LOG.part()), log.part(STDERR));
  }
}
