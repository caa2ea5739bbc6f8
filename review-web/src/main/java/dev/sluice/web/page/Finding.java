package dev.sluice.web.page;

import dev.sluice.state.diff.FieldDiff;
import dev.sluice.state.diff.LineDiff;
import dev.sluice.state.diff.ObjectDiff;
import dev.sluice.state.diff.PartDiff;
import dev.sluice.state.text.Mark;
import dev.sluice.state.text.SafeText;
import java.util.ArrayList;
import java.util.List;

/**
 * A character or word that looks like something else, and where it stands.
 *
 * @param tier how much it can deceive
 * @param place item, line and column
 * @param words what it is
 */
record Finding(Tier tier, String place, Marked words) {
  /** Longest list of one object; more characters than that are counted only. */
  static final int MOST = 50;

  /** Everything of this sort in what {@code diff} brings in, up to one more than {@link #MOST}. */
  static List<Finding> in(ObjectDiff diff) {
    var findings = new ArrayList<Finding>();
    for (FieldDiff field : diff.fields()) {
      field.after().ifPresent(value -> addText(findings, field.name(), FieldView.text(value)));
    }
    for (PartDiff part : diff.parts()) {
      part.lines().hunks().stream()
          .flatMap(hunk -> hunk.lines().stream())
          .filter(line -> line.mark() != LineDiff.Mark.REMOVED)
          .forEach(line -> addLine(findings, part.name(), line.after(), line.text()));
    }
    return List.copyOf(findings);
  }

  private static void addText(List<Finding> findings, String item, String text) {
    int number = 0;
    for (String line : text.split("\n", -1)) {
      addLine(findings, item, ++number, line);
    }
  }

  private static void addLine(List<Finding> findings, String item, int number, String line) {
    if (findings.size() > MOST || isAscii(line)) {
      return;
    }
    for (Mark mark : SafeText.lines(line).stream().flatMap(l -> l.marks().stream()).toList()) {
      findings.add(
          new Finding(
              Tier.of(mark),
              item + ":" + number + ":" + mark.column(),
              Marked.of(SafeText.sentence("{} {}", mark.label(), mark.name()))));
    }
    for (String word : LookAlike.words(line)) {
      findings.add(
          new Finding(
              Tier.WARN,
              item + ":" + number,
              Marked.of(SafeText.sentence("{} mixes letters that look alike", word))));
    }
  }

  private static boolean isAscii(String line) {
    return line.chars().allMatch(c -> c == '\t' || (c >= ' ' && c <= '~'));
  }
}
