package dev.sluice.state.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreePathsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/etc/passwd",
        "a//b",
        "a/",
        "..",
        "a/../b",
        "./a",
        "a\\b",
        "C:evil",
        "a\u0000b",
        "a\nb",
        "a\u202Eb",
        "a\uD800",
        "trailing.",
        "trailing ",
        " leading",
        "con",
        "a/NUL.txt",
        "COM1.log",
        "lpt9",
        "what?",
        "star*",
        "pipe|",
        "e\u0301"
      })
  void nameThatSomeSystemTakesOtherwise_isRefused(String path) {
    assertThat(TreePaths.problem(List.of(path))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "a/b.c", ".hidden", "a b/c", "\u00e9t\u00e9.txt", "console", "com10", "a..b"})
  void ordinaryName_isKept(String path) {
    assertThat(TreePaths.problem(List.of(path))).isEmpty();
  }

  @Test
  void namesThatWouldBeOneOnSomeSystems_areRefused() {
    assertThat(TreePaths.problem(List.of("a/Read", "a/read"))).isPresent();
    assertThat(TreePaths.problem(List.of("A/one", "a/two"))).isPresent();
    assertThat(TreePaths.problem(List.of("a", "a/b"))).isPresent();
    assertThat(TreePaths.problem(List.of("A", "a/b"))).isPresent();
    assertThat(TreePaths.problem(List.of("\uFB01le", "file"))).isPresent();
    assertThat(TreePaths.problem(List.of("a/b", "a/c", "b"))).isEmpty();
  }

  @Test
  void namesAreCountedInBytes() {
    assertThat(TreePaths.problem(List.of("\u00e9".repeat(127)))).isEmpty();
    assertThat(TreePaths.problem(List.of("\u00e9".repeat(128)))).isPresent();
  }
}
