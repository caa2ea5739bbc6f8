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
    List<ProcessHandle> descendants = root.descendants().toList();
    killGroup();
    root.toHandle().destroyForcibly();
    descendants.forEach(ProcessHandle::destroyForcibly);
  }

  /**
   * The group is killed by the kernel in one step, so nothing in it can start a successor in
   * between. Java has no call for it. Where the root leads no group, there is none of this number.
   */
  private void killGroup() {
    var builder =
        new ProcessBuilder(
                shell.toString(), "-c", "kill -s KILL -- \"-$1\"", "kill", "" + root.pid())
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
