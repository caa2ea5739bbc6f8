package dev.sluice.datasite.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * The process of one run, watched until it and everything it started are gone.
 *
 * <p>The thread that starts it has to stay until it ends: the sandbox dies with that thread.
 */
final class ChildProcess {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** How the process ended; {@code status} is COMPLETED for exit code 0, whatever it left. */
  record Ending(RunStatus status, int exitCode, Duration duration) {}

  private final Process process;
  private final ProcessTree tree;
  private final List<OutputCapture> captures;
  private final long startedNanos = System.nanoTime();

  private ChildProcess(Process process, Path shell, RunFolder folder, long outputBytes) {
    this.process = process;
    tree = new ProcessTree(process, shell);
    captures =
        List.of(
            OutputCapture.start(process.getInputStream(), folder.stdout(), outputBytes, tree::kill),
            OutputCapture.start(
                process.getErrorStream(), folder.stderr(), outputBytes, tree::kill));
  }

  static ChildProcess start(ProcessBuilder builder, Path shell, RunFolder folder, long outputBytes)
      throws IOException {
    return new ChildProcess(builder.start(), shell, folder, outputBytes);
  }

  /**
   * Waits for the end and brings it about after {@code wallTime} or when the thread is interrupted;
   * the interrupt status is then set again.
   *
   * @throws IOException if the output could not be kept, or a process got away and still runs
   */
  Ending await(Duration wallTime) throws IOException {
    var hook = new Thread(tree::kill, "end of a run");
    Runtime.getRuntime().addShutdownHook(hook);
    RunStatus status = RunStatus.CANCELLED;
    try {
      boolean ended = process.waitFor(wallTime.toMillis(), TimeUnit.MILLISECONDS);
      status = ended ? RunStatus.COMPLETED : RunStatus.TIMED_OUT;
      return finish(status);
    } catch (InterruptedException e) {
      Ending ending = finish(status);
      Thread.currentThread().interrupt();
      return ending;
    } finally {
      unhook(hook);
    }
  }

  private Ending finish(RunStatus waited) throws IOException {
    var duration = Duration.ofNanos(System.nanoTime() - startedNanos);
    tree.kill();
    if (!Endings.await(process, PATIENCE)) {
      throw new IOException("process " + process.pid() + " does not die");
    }
    boolean exceeded = false;
    for (OutputCapture capture : captures) {
      exceeded |= exceeded(capture);
    }
    return new Ending(status(waited, exceeded), process.exitValue(), duration);
  }

  private RunStatus status(RunStatus waited, boolean exceeded) {
    if (exceeded) {
      return RunStatus.OUTPUT_EXCEEDED;
    }
    boolean failed = waited == RunStatus.COMPLETED && process.exitValue() != 0;
    return failed ? RunStatus.ERRORED : waited;
  }

  /** The stream ends when the last process that holds it does. */
  private static boolean exceeded(OutputCapture capture) throws IOException {
    if (!Endings.await(capture.exceeded(), PATIENCE)) {
      throw new IOException(
          "a process of the run left its session and still runs; find and end it");
    }
    try {
      return capture.exceeded().join();
    } catch (CompletionException e) {
      throw new IOException("the output of the run could not be kept", e.getCause());
    }
  }

  private static void unhook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The machine is going down and the hook has run or will run, which is what it is for.
    }
  }
}
