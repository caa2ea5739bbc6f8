package dev.sluice.state.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import dev.sluice.state.diff.LineDiff.Extent;
import dev.sluice.state.diff.LineDiff.Hunk;
import dev.sluice.state.diff.LineDiff.Line;
import dev.sluice.state.diff.LineDiff.Mark;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the changed lines and groups them into hunks.
 *
 * <p>The search takes time with the product of lines and changes. Equal lines at both ends are set
 * aside first; if more than {@link #MOST_SEARCHED} lines are left, they count as one change.
 */
final class LineComparison {
  private static final int MOST_SEARCHED = 10_000;

  private final List<String> before;
  private final List<String> after;
  private final int head;
  private final int tail;

  /**
   * Lines {@code from..to} before, replaced by lines {@code newFrom..newTo} after; ends excluded.
   */
  private record Change(int from, int to, int newFrom, int newTo) {
    boolean touches(Change next) {
      return to == next.from && newTo == next.newFrom;
    }

    Change joined(Change next) {
      return new Change(from, next.to, newFrom, next.newTo);
    }
  }

  LineComparison(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
    int shorter = Math.min(before.size(), after.size());
    int equal = 0;
    while (equal < shorter && before.get(equal).equals(after.get(equal))) {
      equal++;
    }
    head = equal;
    int last = 0;
    while (last < shorter - head && fromEnd(before, last).equals(fromEnd(after, last))) {
      last++;
    }
    tail = last;
  }

  LineDiff diff() {
    List<String> old = before.subList(head, before.size() - tail);
    List<String> now = after.subList(head, after.size() - tail);
    if (old.isEmpty() || now.isEmpty() || old.size() + now.size() <= MOST_SEARCHED) {
      return new LineDiff(Extent.LINES, hunks(search(old, now)));
    }
    return new LineDiff(Extent.BLOCK, hunks(List.of(block(old, now))));
  }

  private List<Change> search(List<String> old, List<String> now) {
    if (old.isEmpty() && now.isEmpty()) {
      return List.of();
    }
    if (old.isEmpty() || now.isEmpty()) {
      return List.of(block(old, now));
    }
    var changes = new ArrayList<Change>();
    for (var delta : DiffUtils.diff(old, now, new MyersDiffWithLinearSpace<>()).getDeltas()) {
      addJoined(changes, change(delta));
    }
    return changes;
  }

  /** The library reports a replacement as an insertion beside a deletion. */
  private static void addJoined(List<Change> changes, Change next) {
    int last = changes.size() - 1;
    if (last >= 0 && changes.get(last).touches(next)) {
      changes.set(last, changes.get(last).joined(next));
    } else {
      changes.add(next);
    }
  }

  private Change block(List<String> old, List<String> now) {
    return new Change(head, head + old.size(), head, head + now.size());
  }

  private Change change(AbstractDelta<String> delta) {
    int from = head + delta.getSource().getPosition();
    int newFrom = head + delta.getTarget().getPosition();
    return new Change(
        from, from + delta.getSource().size(), newFrom, newFrom + delta.getTarget().size());
  }

  private List<Hunk> hunks(List<Change> changes) {
    var hunks = new ArrayList<Hunk>();
    int first = 0;
    for (int i = 0; i < changes.size(); i++) {
      boolean last = i == changes.size() - 1;
      if (last || changes.get(i + 1).from() - changes.get(i).to() > 2 * LineDiff.CONTEXT) {
        hunks.add(hunk(changes.subList(first, i + 1)));
        first = i + 1;
      }
    }
    return hunks;
  }

  private Hunk hunk(List<Change> changes) {
    var lines = new ArrayList<Line>();
    Change first = changes.get(0);
    int context = Math.min(LineDiff.CONTEXT, first.from());
    int old = first.from() - context;
    int now = first.newFrom() - context;
    for (Change change : changes) {
      keep(lines, old, change.from(), now);
      for (int line = change.from(); line < change.to(); line++) {
        lines.add(new Line(Mark.REMOVED, line + 1, 0, before.get(line)));
      }
      for (int line = change.newFrom(); line < change.newTo(); line++) {
        lines.add(new Line(Mark.ADDED, 0, line + 1, after.get(line)));
      }
      old = change.to();
      now = change.newTo();
    }
    keep(lines, old, Math.min(old + LineDiff.CONTEXT, before.size()), now);
    return new Hunk(lines);
  }

  private void keep(List<Line> lines, int from, int to, int newFrom) {
    for (int line = from; line < to; line++) {
      lines.add(new Line(Mark.KEPT, line + 1, newFrom + line - from + 1, before.get(line)));
    }
  }

  private static String fromEnd(List<String> lines, int index) {
    return lines.get(lines.size() - 1 - index);
  }
}
