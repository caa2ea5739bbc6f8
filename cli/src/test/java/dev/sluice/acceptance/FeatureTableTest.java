package dev.sluice.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** docs/features.md lists every feature and fault once, and names tests that exist. */
class FeatureTableTest {
  private static final Path REPOSITORY = Path.of("..");
  private static final Path PAGE = REPOSITORY.resolve("docs/features.md");
  private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+)#(\\w+)`");
  private static final int FEATURES = 114;
  private static final int FAULTS = 30;

  private static List<String> rows(String letter) throws IOException {
    return Files.readAllLines(PAGE).stream()
        .filter(line -> line.matches("\\| " + letter + "\\d+ \\|.*"))
        .toList();
  }

  private static String number(String row) {
    return row.split(" ", 3)[1];
  }

  @Test
  void everyNumber_isThereOnce_inOrder() throws IOException {
    assertThat(rows("F").stream().map(FeatureTableTest::number))
        .containsExactlyElementsOf(numbers("F", FEATURES));
    assertThat(rows("D").stream().map(FeatureTableTest::number))
        .containsExactlyElementsOf(numbers("D", FAULTS));
  }

  private static List<String> numbers(String letter, int last) {
    return IntStream.rangeClosed(1, last).mapToObj(number -> letter + number).toList();
  }

  @Test
  void everyFault_namesATest() throws IOException {
    assertThat(rows("D")).allMatch(row -> TEST.matcher(row).find());
  }

  @Test
  void everyTestThatIsNamed_isThere() throws IOException {
    List<Path> sources = testSources();
    List<MatchResult> named = TEST.matcher(Files.readString(PAGE)).results().toList();
    assertThat(named).hasSizeGreaterThan(FEATURES + FAULTS);
    for (MatchResult test : named) {
      assertThat(isIn(sources, test.group(1) + ".java", test.group(2))).as(test.group()).isTrue();
    }
  }

  private static List<Path> testSources() throws IOException {
    try (Stream<Path> paths = Files.walk(REPOSITORY)) {
      return paths
          .filter(path -> path.toString().contains("/src/test/java/"))
          .filter(path -> path.toString().endsWith(".java"))
          .toList();
    }
  }

  /** Whether one of the files has a method of that name, or a rule that is kept in a constant. */
  private static boolean isIn(List<Path> sources, String file, String name) throws IOException {
    Pattern declared = Pattern.compile(" " + name + "( =|\\()");
    for (Path source : sources) {
      if (source.endsWith(file) && declared.matcher(Files.readString(source)).find()) {
        return true;
      }
    }
    return false;
  }

  @Test
  void everyTestOfAFeature_saysItsNumber() throws Exception {
    for (String row : rows("F")) {
      for (MatchResult test : TEST.matcher(row).results().toList()) {
        Class<?> holder = Class.forName(getClass().getPackageName() + "." + test.group(1));
        assertThat(displayNames(holder, test.group(2)))
            .as(test.group())
            .anyMatch(name -> name.matches("(.*, )?" + number(row) + " .*"));
      }
    }
  }

  private static Stream<String> displayNames(Class<?> holder, String method) {
    return Stream.of(holder.getDeclaredMethods())
        .filter(one -> one.getName().equals(method))
        .map(FeatureTableTest::displayName);
  }

  private static String displayName(Method method) {
    DisplayName name = method.getAnnotation(DisplayName.class);
    return name == null ? "" : name.value();
  }
}
