package dev.sluice.web.page;

import dev.sluice.state.diff.FieldDiff;
import dev.sluice.state.diff.LineDiff;
import dev.sluice.state.diff.LineDiff.Line;
import dev.sluice.state.diff.ObjectDiff;
import dev.sluice.state.diff.PartDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is found in an object of a batch. */
final class Findings {
  /** Longest list of one object. */
  static final int MOST = 50;

  private Findings() {}

  /**
   * What is in all that {@code diff} brings in, alarms first, up to one more than {@link #MOST}.
   */
  static List<Finding> in(ObjectDiff diff) {
    Stream<Finding> notes = all(diff).filter(finding -> !finding.alarms());
    return Stream.concat(alarms(diff), notes).limit(MOST + 1L).toList();
  }

  /** Only what somebody may be deceived by. */
  static Stream<Finding> alarms(ObjectDiff diff) {
    return all(diff).filter(Finding::alarms);
  }

  private static Stream<Finding> all(ObjectDiff diff) {
    return Stream.concat(
        diff.fields().stream().flatMap(field -> in(field).stream()),
        diff.parts().stream().flatMap(Findings::in));
  }

  /** Everything in the new value of a field. */
  static List<Finding> in(FieldDiff field) {
    var findings = new ArrayList<Finding>();
    String text = field.after().map(FieldView::text).orElse("");
    int number = 0;
    for (String line : text.split("\n", -1)) {
      findings.addAll(LineChecks.in(field.name(), ++number, line));
    }
    return List.copyOf(findings);
  }

  private static Stream<Finding> in(PartDiff part) {
    return part.lines().hunks().stream()
        .flatMap(hunk -> hunk.lines().stream())
        .flatMap(line -> in(part, line).stream());
  }

  /** Everything in one line of a part; nothing in a line that goes. */
  static List<Finding> in(PartDiff part, Line line) {
    return line.mark() == LineDiff.Mark.REMOVED
        ? List.of()
        : LineChecks.in(part.name(), line.after(), line.text());
  }
}
