package dev.sluice.web.page;

import dev.sluice.state.text.Mark;
import dev.sluice.state.text.SafeText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whatever looks at single lines and may find something. A further check is one more of these. */
final class LineChecks {
  /** Looks at one line of an item. */
  @FunctionalInterface
  interface LineCheck {
    Stream<Finding> in(String item, int number, String line);
  }

  private static final List<LineCheck> ALL = List.of(LineChecks::characters, LineChecks::length);
  private static final int MOST_EXAMPLES = 8;

  private LineChecks() {}

  /** What there is to say about one line. */
  static List<Finding> in(String item, int number, String line) {
    return ALL.stream().flatMap(check -> check.in(item, number, line)).toList();
  }

  private static Stream<Finding> characters(String item, int number, String line) {
    return isAscii(line)
        ? Stream.empty()
        : Stream.of(
                marks(item, number, line),
                lookAlikes(item, number, line),
                others(item, number, line))
            .flatMap(findings -> findings);
  }

  private static boolean isAscii(String line) {
    return line.chars().allMatch(c -> c == '\t' || (c >= ' ' && c <= '~'));
  }

  private static Stream<Finding> marks(String item, int number, String line) {
    return SafeText.lines(line).stream()
        .flatMap(text -> text.marks().stream())
        .map(mark -> mark(item, number, mark));
  }

  private static Finding mark(String item, int number, Mark mark) {
    SafeText words = SafeText.sentence("{} {}", mark.label(), mark.name());
    return Finding.of(Tier.of(mark), item, number, mark.column(), words);
  }

  private static Stream<Finding> lookAlikes(String item, int number, String line) {
    return LookAlike.words(line).stream()
        .map(word -> SafeText.sentence("{} mixes letters that look alike", word))
        .map(words -> Finding.of(Tier.WARN, item, number, 0, words));
  }

  /** Visible characters outside ASCII, all of a line in one finding. */
  private static Stream<Finding> others(String item, int number, String line) {
    List<String> others =
        SafeText.lines(line).stream()
            .flatMapToInt(text -> text.toString().codePoints())
            .filter(c -> c > '~')
            .mapToObj(Character::toString)
            .distinct()
            .toList();
    String examples = others.stream().limit(MOST_EXAMPLES).collect(Collectors.joining(" "));
    return others.isEmpty()
        ? Stream.empty()
        : Stream.of(
            Finding.of(
                Tier.INFO, item, number, 0, SafeText.sentence("outside ASCII: {}", examples)));
  }

  private static Stream<Finding> length(String item, int number, String line) {
    return line.length() <= DiffRows.LONGEST_LINE
        ? Stream.empty()
        : Stream.of(
            Finding.of(
                Tier.WARN,
                item,
                number,
                0,
                SafeText.sentence("a line of {} characters, cut here", line.length())));
  }
}
