package dev.sluice.cli.view;

import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.Json;
import dev.sluice.state.text.Mark;
import dev.sluice.state.text.SafeText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Values of fields and places of marks, as diffs show them. */
final class Shown {
  private static final SafeText NOTHING = SafeText.literal("(nothing)");

  private Shown() {}

  /** A value in its JSON form, on one line. */
  static SafeText value(Optional<Json> value) {
    return value.map(json -> SafeText.of(CanonicalJson.text(json))).orElse(NOTHING);
  }

  /** The marks in a text value, by the lines and columns of the text itself. */
  static List<Mark> marks(Json value) {
    return value instanceof Json.Text text
        ? SafeText.lines(text.value()).stream().flatMap(line -> line.marks().stream()).toList()
        : SafeText.of(CanonicalJson.text(value)).marks();
  }

  /** One line of a text part, TAB kept. */
  static SafeText line(String text) {
    List<SafeText> lines = SafeText.lines(text);
    return lines.isEmpty() ? SafeText.EMPTY : lines.get(0);
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
