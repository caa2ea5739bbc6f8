package dev.sluice.datasite.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A process with everything that it started. */
final class ProcessTree {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Process root;
  private final Path shell;

  ProcessTree(Process root, Path shell) {
    this.root = root;
    this.shell = shell;
  }

  /**
   * Kills all of it, at once and for good; also what is left of it after the root has ended. May be
   * called from any thread, more than once. It goes through handles, because {@link
   * Process#destroyForcibly} would also close the streams that are still being read.
   */
  void kill() {
    signalGroup("STOP");
    List<ProcessHandle> descendants = root.descendants().toList();
    signalGroup("KILL");
    root.toHandle().destroyForcibly();
    descendants.forEach(ProcessHandle::destroyForcibly);
  }

  /**
   * The kernel signals a group in one step. Stopped first, nothing in it can start a process that
   * is missing among the descendants, as a sandbox does that is killed just while it starts;
   * killed, nothing in it can start a successor. Java has no call for it. Where the root leads no
   * group, there is none of this number, and the root is signalled alone.
   */
  private void signalGroup(String signal) {
    var builder =
        new ProcessBuilder(
                shell.toString(),
                "-c",
                "signal=$1; shift; for to; do kill -s \"$signal\" -- \"$to\"; done",
                "kill",
                signal,
                "-" + root.pid(),
                root.isAlive() ? "" + root.pid() : "-" + root.pid())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    try {
      Endings.await(builder.start(), PATIENCE);
    } catch (IOException e) {
      // No process could be started: what follows kills the root and the descendants one by one.
    }
  }
}
