package dev.sluice.acceptance;

import static dev.sluice.cli.testing.TwoSites.typed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.testing.TwoSites;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sites forget everything between two steps: each command is a process of its own. */
class ProcessStoriesIT extends TwoSitesTest {
  private static final String CANARY = "canary-of-the-private-run";

  private TwoSites each;

  @BeforeEach
  void processes() {
    each = sites.inProcesses();
  }

  @Test
  void eachStepInAProcessOfItsOwn_endsWithAnErroredAndAReleasedJob() throws Exception {
    String sum = submit("sum", "echo 6 > \"$SLUICE_RESULT\"\n");
    String fail = submit("fail", "echo " + CANARY + " >&2; echo " + CANARY + "; exit 3\n");
    String copy = submit("copy", "cp \"$1\" \"$2\"\n");
    each.carryUp();
    each.high("ignore", copy).exits(ExitCode.OK);
    each.high("approve", "--all-undecided", "--by", "CURIE@example.org").exits(ExitCode.OK);
    each.high("batch", "list", "--incoming").prints("approved by ana").neverSays("  copy  ");
    each.high("apply", "--yes").exits(ExitCode.OK).prints("1 ignored");
    each.high("job", "run", sum).exits(ExitCode.OK).prints("completed");
    each.high("job", "run", fail).exits(ExitCode.OK).prints("errored");
    each.high("share", job("sum"), "--result", "--reason", "one sum", "--confirm-private", "1")
        .exits(ExitCode.OK);
    each.high("approve", job("fail"), "--outgoing").exits(ExitCode.OK);
    each.carryDown(1);
    each.low("apply", "--yes").exits(ExitCode.OK);

    each.low("result", "show", sum, "--for", CURIE).exits(ExitCode.OK).prints("6");
    each.low("job", "list").prints("completed", "errored");
    assertThat(filesWith(CANARY, folder.resolve("low"))).isEmpty();
    assertThat(filesWith(CANARY, folder.resolve("high/store"))).isNotEmpty();
  }

  private String submit(String name, String script) throws Exception {
    Path code = Files.writeString(folder.resolve(name + ".sh"), script);
    each.low(
            "request",
            "submit",
            name,
            "--code",
            code.toString(),
            "--dataset",
            "numbers",
            "--purpose",
            "Research",
            "--by",
            CURIE)
        .exits(ExitCode.OK);
    return typed(sites.onLow(site -> site.find("request", name)));
  }

  private String job(String request) throws Exception {
    return typed(sites.onHigh(site -> site.find("job", request)));
  }

  private static List<Path> filesWith(String text, Path folder) throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(file -> holds(file, text)).toList();
    }
  }

  private static boolean holds(Path file, String text) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).contains(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
