package dev.sluice.datasite.run;

import dev.sluice.datasite.run.RunRefusedException.Reason;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The folders that programs are looked for in. Relative entries are dropped: they would mean the
 * code's own folder.
 */
final class SearchPath {
  private final List<Path> folders;

  private SearchPath(List<Path> folders) {
    this.folders = folders;
  }

  /** Reads the form of the variable {@code PATH}. */
  static SearchPath parse(String text) {
    return new SearchPath(
        Arrays.stream(text.split(File.pathSeparator))
            .flatMap(entry -> folder(entry).stream())
            .distinct()
            .toList());
  }

  private static Optional<Path> folder(String entry) {
    try {
      return Optional.of(Path.of(entry)).filter(Path::isAbsolute);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  Optional<Path> find(String program) {
    return folders.stream()
        .map(folder -> folder.resolve(program))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }

  Path require(Language language) throws RunRefusedException {
    return find(language.interpreter())
        .orElseThrow(
            () ->
                new RunRefusedException(
                    Reason.INTERPRETER_MISSING,
                    language.interpreter()
                        + " is not on the search path; install "
                        + language.install()));
  }

  @Override
  public String toString() {
    return String.join(File.pathSeparator, folders.stream().map(Path::toString).toList());
  }
}
