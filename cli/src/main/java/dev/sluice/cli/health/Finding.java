package dev.sluice.cli.health;

import dev.sluice.canonical.Json;
import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.StyledText;
import dev.sluice.state.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One line of a report.
 *
 * @param level how bad it is
 * @param exit what a command that meets this ends with; {@code OK} unless it is a failure
 * @param name our own word for what was looked at or found, for scripts
 * @param found what was seen
 * @param next what it means and what to do, sentence by sentence; empty where nothing is to do
 */
public record Finding(
    Level level, ExitCode exit, String name, SafeText found, List<SafeText> next) {
  private static final int MARK = 6;
  private static final int NAME = 18;
  private static final SafeText INDENT = SafeText.literal(" ".repeat(MARK));

  public Finding {
    next = List.copyOf(next);
  }

  static Finding ok(String name, SafeText found) {
    return new Finding(Level.OK, ExitCode.OK, name, found, List.of());
  }

  static Finding warn(String name, SafeText found, String... next) {
    return new Finding(Level.WARN, ExitCode.OK, name, found, literals(next));
  }

  static Finding fail(ExitCode exit, String name, SafeText found, String... next) {
    return new Finding(Level.FAIL, exit, name, found, literals(next));
  }

  /** What kept {@code name} from being looked at, or another command from going on. */
  public static Finding of(String name, CliException refusal) {
    var next = new ArrayList<SafeText>();
    if (!refusal.meaning().equals(SafeText.EMPTY)) {
      next.add(refusal.meaning());
    }
    next.addAll(refusal.help());
    return new Finding(Level.FAIL, refusal.exit(), name, refusal.sentence(), next);
  }

  /** The same, with one more sentence on what to do. */
  Finding then(SafeText sentence) {
    var longer = new ArrayList<>(next);
    longer.add(sentence);
    return new Finding(level, exit, name, found, longer);
  }

  private static List<SafeText> literals(String... sentences) {
    return List.of(sentences).stream().map(SafeText::literal).toList();
  }

  List<StyledText> lines() {
    var lines = new ArrayList<StyledText>();
    lines.add(
        StyledText.of(level.style(), padded(level.toString(), MARK))
            .plus(padded(name, NAME))
            .plus(found));
    next.forEach(sentence -> lines.add(StyledText.of(INDENT.plus(sentence))));
    return lines;
  }

  /** Two blanks follow a word that is too long for its column. */
  private static SafeText padded(String word, int columns) {
    return SafeText.literal(word + " ".repeat(Math.max(2, columns - word.length())));
  }

  Json json() {
    return Json.object()
        .put("found", found.toString())
        .put("level", level.toString().toLowerCase(Locale.ROOT))
        .put("name", name)
        .put("next", Json.texts(next.stream().map(SafeText::toString).toList()))
        .build();
  }
}
