package dev.sluice.datasite.run;

/** How a run ended. */
public enum RunStatus {
  /** Exit code 0 and an accepted result. */
  COMPLETED,
  /** Another exit code, or a result that is missing or refused. */
  ERRORED,
  /** Still running at the end of its wall time, and killed. */
  TIMED_OUT,
  /** Wrote more than an output stream may hold, and was killed; the stream's file is cut there. */
  OUTPUT_EXCEEDED,
  /** The thread that ran it was interrupted, and the run was killed. */
  CANCELLED
}
