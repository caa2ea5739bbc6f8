package dev.sluice.datasite.run;

import dev.sluice.datasite.run.ChildProcess.Ending;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Runs researchers' code, one process per request, in the best isolation that this machine has.
 * Interpreters and sandboxes are found when needed; none comes with sluice.
 */
public final class CodeRunner {
  private static final File NOTHING = new File("/dev/null");

  private final SearchPath path;
  private final Sandbox sandbox;

  CodeRunner(SearchPath path, Sandbox sandbox) {
    this.path = path;
    this.sandbox = sandbox;
  }

  /**
   * A runner with the programs on {@code searchPath}, which has the form of the variable {@code
   * PATH} and is the code's {@code PATH} too. Tries out the ways of isolation, which takes moments.
   */
  public static CodeRunner detect(String searchPath) {
    var path = SearchPath.parse(searchPath);
    return new CodeRunner(path, new SandboxProbe(path).strongest());
  }

  /** What will keep the code in; worth telling before a run, not only after it. */
  public Isolation isolation() {
    return sandbox.isolation();
  }

  /** Endings of the files that code can be run from here: those whose interpreter was found. */
  public List<String> endings() {
    return Arrays.stream(Language.values())
        .filter(language -> path.find(language.interpreter()).isPresent())
        .map(Language::ending)
        .toList();
  }

  /**
   * Runs the code to its end. When the thread is interrupted, the run is killed and the outcome is
   * {@code CANCELLED}, with the thread's interrupt status set.
   *
   * @return the outcome; the request's folder then holds the two streams and the result if it was
   *     accepted, and nothing else
   * @throws RunRefusedException if the run was not started
   * @throws IOException if the disk or the system failed; the folder may then hold private data
   */
  public RunOutcome run(RunRequest request) throws RunRefusedException, IOException {
    request.check();
    Path shell = path.require(Language.SHELL);
    Path interpreter = path.require(request.language());
    RunFolder folder = RunFolder.create(request);
    try {
      if (!isolation().hidesFolders()) {
        folder.copyAssets();
      }
      return judge(request, folder, execute(request, folder, shell, interpreter));
    } finally {
      folder.removeRest(shell);
    }
  }

  private Ending execute(RunRequest request, RunFolder folder, Path shell, Path interpreter)
      throws IOException {
    var command = Invocation.of(request, folder, shell, interpreter);
    var builder =
        new ProcessBuilder(sandbox.wrap(folder.view(), command))
            .directory(folder.scratch().toFile())
            .redirectInput(NOTHING);
    builder.environment().clear();
    builder.environment().putAll(folder.environment(path));
    return ChildProcess.start(builder, shell, folder, request.limits().outputBytes())
        .await(request.limits().wallTime());
  }

  private RunOutcome judge(RunRequest request, RunFolder folder, Ending ending) throws IOException {
    boolean ended = ending.status() == RunStatus.COMPLETED;
    ResultCheck check = ended ? folder.collectResult() : ResultCheck.UNREAD;
    boolean refused = ended && check != ResultCheck.ACCEPTED;
    return new RunOutcome(
        refused ? RunStatus.ERRORED : ending.status(),
        ending.exitCode(),
        check,
        request.folder(),
        ending.duration(),
        isolation());
  }
}
