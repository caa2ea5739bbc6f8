package dev.sluice.datasite.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of one run, before it goes into a sandbox. */
final class Invocation {
  private static final String SET_LIMITS =
      "[ -z \"$1\" ] || ulimit -v \"$1\" || exit 125; "
          + "ulimit -f \"$2\" && ulimit -c 0 || exit 125; shift 2; exec \"$@\"";

  /** The unit of POSIX's {@code ulimit -f}. */
  private static final long FILE_BLOCK = 512;

  private Invocation() {}

  /** A shell sets the kernel's limits and then becomes the interpreter. */
  static List<String> of(RunRequest request, RunFolder folder, Path shell, Path interpreter) {
    var line = new ArrayList<String>();
    line.addAll(List.of(shell.toString(), "-c", SET_LIMITS, "limits"));
    line.add(addressSpace(request));
    line.add(Long.toString((request.limits().fileBytes() + FILE_BLOCK - 1) / FILE_BLOCK));
    line.add(interpreter.toString());
    line.addAll(options(request, folder));
    line.addAll(List.of(folder.input().toString(), folder.produced().toString()));
    return line;
  }

  /** In KiB. A JVM reserves far more than it uses, so Java has a limit of its own instead. */
  private static String addressSpace(RunRequest request) {
    return request.language() == Language.JAVA ? "" : Long.toString(kibibytes(request));
  }

  private static long kibibytes(RunRequest request) {
    return request.limits().memoryBytes() / 1024;
  }

  private static List<String> options(RunRequest request, RunFolder folder) {
    String code = folder.code().toString();
    return switch (request.language()) {
      case PYTHON ->
          List.of("-I", "-B", "-X", "utf8", folder.driver().toString(), code, request.entry());
      case JAVA ->
          List.of(
              "-Xmx" + kibibytes(request) + "k",
              "-XX:-UsePerfData",
              "-Djava.io.tmpdir=" + folder.scratch(),
              code);
      case R -> List.of("--vanilla", code);
      case SHELL -> List.of(code);
    };
  }
}
