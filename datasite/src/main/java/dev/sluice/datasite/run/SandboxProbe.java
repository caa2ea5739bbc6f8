package dev.sluice.datasite.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds out what this machine can isolate with, by running an empty command in it: installed is not
 * the same as allowed (containers and kernel settings forbid namespaces).
 */
final class SandboxProbe {
  private final SearchPath path;

  SandboxProbe(SearchPath path) {
    this.path = path;
  }

  /** The strongest one that works. */
  Sandbox strongest() {
    return List.of(bubblewrap(), unshare("--user", "--map-root-user"), unshare()).stream()
        .flatMap(Optional::stream)
        .filter(this::works)
        .findFirst()
        .orElseGet(this::none);
  }

  Optional<Sandbox> bubblewrap() {
    return path.find("bwrap").map(Sandbox.Bubblewrap::new);
  }

  /** Without a user namespace only the administrator may do this. */
  Optional<Sandbox> unshare(String... userNamespace) {
    return path.find("unshare")
        .map(
            program -> {
              var words = session();
              words.add(program.toString());
              words.addAll(List.of(userNamespace));
              words.addAll(List.of("--net", "--pid", "--fork", "--kill-child", "--"));
              return new Sandbox.Prefix(Isolation.UNSHARE, words);
            });
  }

  Sandbox none() {
    return new Sandbox.Prefix(Isolation.NONE, session());
  }

  /** A session of its own lets the run be killed as one group. Not every system has the program. */
  private List<String> session() {
    return new ArrayList<>(path.find("setsid").map(Path::toString).stream().toList());
  }

  boolean works(Sandbox sandbox) {
    Optional<Path> shell = path.find(Language.SHELL.interpreter());
    return shell.isPresent() && exitsWithZero(sandbox, shell.get());
  }

  private boolean exitsWithZero(Sandbox sandbox, Path shell) {
    var builder =
        new ProcessBuilder(sandbox.wrap(View.PLAIN, List.of(shell.toString(), "-c", ":")))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    try {
      Process process = builder.start();
      boolean ended = Endings.await(process, Duration.ofSeconds(10));
      process.destroyForcibly();
      return ended && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
