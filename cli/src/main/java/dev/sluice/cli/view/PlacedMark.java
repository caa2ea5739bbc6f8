package dev.sluice.cli.view;

import dev.sluice.state.diff.FieldDiff;
import dev.sluice.state.diff.LineDiff;
import dev.sluice.state.diff.ObjectDiff;
import dev.sluice.state.diff.PartDiff;
import dev.sluice.state.text.Mark;
import java.util.ArrayList;
import java.util.List;

/**
 * A character that is shown as a mark, and where it stands.
 *
 * @param item the field or part
 * @param line its line there, from 1; of a removed line its line before the change
 * @param mark what it is, and its column
 */
record PlacedMark(String item, int line, Mark mark) {
  /** All marks in what {@code diff} brings in, and in the lines around it. */
  static List<PlacedMark> in(ObjectDiff diff) {
    var placed = new ArrayList<PlacedMark>();
    for (FieldDiff field : diff.fields()) {
      field
          .after()
          .ifPresent(
              value ->
                  Shown.marks(value)
                      .forEach(
                          mark -> placed.add(new PlacedMark(field.name(), mark.line(), mark))));
    }
    for (PartDiff part : diff.parts()) {
      for (LineDiff.Hunk hunk : part.lines().hunks()) {
        hunk.lines().forEach(line -> addMarks(placed, part.name(), line));
      }
    }
    return List.copyOf(placed);
  }

  private static void addMarks(List<PlacedMark> placed, String part, LineDiff.Line line) {
    int number = line.after() > 0 ? line.after() : line.before();
    Shown.line(line.text()).marks().forEach(mark -> placed.add(new PlacedMark(part, number, mark)));
  }
}
