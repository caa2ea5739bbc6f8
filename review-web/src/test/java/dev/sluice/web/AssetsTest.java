package dev.sluice.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.canonical.Digest;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The files of other projects are the ones that were looked at. */
class AssetsTest {
  @Test
  void vendoredFiles_areUnchanged() throws Exception {
    List<String> lines =
        new String(read("vendored.sha256"), StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).hasSize(2);
    for (String line : lines) {
      String name = line.substring(line.lastIndexOf(' ') + 1);
      assertThat(line).startsWith(Digest.of(read(name)).hex());
    }
  }

  @Test
  void ownScript_writesNoMarkup() throws Exception {
    assertThat(new String(read("review.js"), StandardCharsets.UTF_8))
        .doesNotContain("innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval(");
  }

  private static byte[] read(String name) throws Exception {
    try (InputStream in = ReviewServer.class.getResourceAsStream("assets/" + name)) {
      return in.readAllBytes();
    }
  }
}
