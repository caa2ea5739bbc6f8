package dev.sluice.datasite.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Puts a command into the command that isolates it. */
sealed interface Sandbox {
  Isolation isolation();

  /** The whole command line; when its first process is killed, the sandbox takes down the rest. */
  List<String> wrap(View view, List<String> command);

  /** The file system read-only, with covers and windows; see bwrap(1). */
  record Bubblewrap(Path program) implements Sandbox {
    @Override
    public Isolation isolation() {
      return Isolation.BUBBLEWRAP;
    }

    /**
     * The order counts: a later mount lies over an earlier one, so what the run needs is shown
     * again inside covered folders, which are closed for writing at the end.
     */
    @Override
    public List<String> wrap(View view, List<String> command) {
      var line = new ArrayList<String>();
      line.addAll(List.of(program.toString(), "--unshare-all", "--die-with-parent"));
      line.addAll(List.of("--new-session", "--cap-drop", "ALL", "--ro-bind", "/", "/"));
      line.addAll(List.of("--dev", "/dev", "--proc", "/proc"));
      view.covered().forEach(folder -> line.addAll(List.of("--tmpfs", folder.toString())));
      view.readable()
          .forEach((at, what) -> line.addAll(List.of("--ro-bind", what.toString(), at.toString())));
      for (Path folder : view.writable()) {
        line.addAll(List.of("--bind", folder.toString(), folder.toString()));
      }
      view.covered().forEach(folder -> line.addAll(List.of("--remount-ro", folder.toString())));
      line.addAll(List.of("--chdir", view.start().toString(), "--"));
      line.addAll(command);
      return line;
    }
  }

  /** A command in front, which cannot change what files are seen. */
  record Prefix(Isolation isolation, List<String> words) implements Sandbox {
    public Prefix {
      words = List.copyOf(words);
    }

    @Override
    public List<String> wrap(View view, List<String> command) {
      var line = new ArrayList<>(words);
      line.addAll(command);
      return line;
    }
  }
}
