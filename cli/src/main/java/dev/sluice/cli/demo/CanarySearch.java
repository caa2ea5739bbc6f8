package dev.sluice.cli.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.state.text.SafeText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Looks for private text in every file below some folders.
 *
 * @param canaries the text by what it stands for
 */
record CanarySearch(Map<String, String> canaries) {
  /** What was looked for and where; finding any of it is a failure of the program. */
  SafeText report(Path... folders) throws IOException {
    int files = 0;
    for (Path folder : folders) {
      for (Path file : filesBelow(folder)) {
        check(file);
        files++;
      }
    }
    return SafeText.sentence(
        "Looked through all {} files of the low side, the guard and the stick: neither the private"
            + " data nor the unshared log is there.",
        files);
  }

  private void check(Path file) throws IOException {
    String content = new String(Files.readAllBytes(file), ISO_8859_1);
    for (var canary : canaries.entrySet()) {
      if (content.contains(canary.getValue())) {
        throw new CliException(
                ExitCode.FAILURE, SafeText.sentence("the {} leaked", canary.getKey()))
            .fact("file", file.toString());
      }
    }
  }

  private static List<Path> filesBelow(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
