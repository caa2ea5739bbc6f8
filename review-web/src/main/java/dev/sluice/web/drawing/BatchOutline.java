package dev.sluice.web.drawing;

import dev.sluice.state.review.Standing;
import dev.sluice.state.text.SafeText;
import java.util.List;
import java.util.Optional;

/**
 * Batches as a tree, from the top down: what a batch needs stands below it, further to the right.
 * Each batch has the letter of what was decided about it: A, R, S, I, and a dash for nothing.
 */
public final class BatchOutline {
  private static final int LEFT = 24;
  private static final int STEP = 30;
  private static final int ROW = 28;
  private static final int INDENT = 26;
  private static final int TOP = 30;
  private static final int COLUMN = 8;
  private static final int NARROWEST = 320;
  private static final String BRANCH = "stroke=\"#8a97a4\" stroke-width=\"1\"";
  private static final String LETTER =
      "fill=\"#ffffff\" font-weight=\"bold\" text-anchor=\"middle\"";

  /**
   * One line of the tree.
   *
   * @param depth how many batches stand above it
   * @param standing what was decided, if the line is a batch; empty for something that belongs to
   *     the batch above
   * @param text what it says
   */
  public record Line(int depth, Optional<Standing> standing, SafeText text) {}

  private final Svg svg = new Svg();

  private BatchOutline() {}

  /**
   * The picture of {@code lines}.
   *
   * @param title of the picture
   */
  public static String of(String title, List<Line> lines) {
    return new BatchOutline().draw(title, lines);
  }

  private String draw(String title, List<Line> lines) {
    int width = NARROWEST;
    int[] parents = new int[lines.size() + 1];
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      int y = TOP + i * ROW;
      int x = LEFT + line.depth() * STEP;
      if (line.standing().isPresent()) {
        parents[line.depth()] = y;
        batch(line, x, y, line.depth() == 0 ? y : parents[line.depth() - 1]);
      } else {
        svg.line(x, parents[line.depth()] + 11, x, y, BRANCH);
        svg.line(x, y, x + INDENT - 6, y, BRANCH);
      }
      svg.text(x + INDENT, y + 4, "start", line.text().toString());
      width = Math.max(width, x + INDENT + COLUMN * line.text().columns() + LEFT);
    }
    return svg.document(width, TOP + lines.size() * ROW, title);
  }

  private void batch(Line line, int x, int y, int parent) {
    if (line.depth() > 0) {
      svg.line(x - STEP, parent + 11, x - STEP, y, BRANCH);
      svg.line(x - STEP, y, x - 10, y, BRANCH);
    }
    Standing standing = line.standing().orElseThrow();
    svg.rectangle(x - 10, y - 10, 20, 20, "rx=\"4\" fill=\"" + colour(standing) + "\"");
    svg.text(x, y + 5, 14, LETTER, letter(standing));
  }

  private static String letter(Standing standing) {
    return switch (standing) {
      case APPROVED -> "A";
      case REJECTED -> "R";
      case SKIPPED -> "S";
      case IGNORED -> "I";
      case UNDECIDED, REVIVED, STALE -> "–";
    };
  }

  private static String colour(Standing standing) {
    return switch (standing) {
      case APPROVED -> "#1d6b34";
      case REJECTED -> "#a3120a";
      case SKIPPED -> "#7a4a00";
      case IGNORED -> "#5c6670";
      case UNDECIDED, REVIVED, STALE -> "#1f2d3a";
    };
  }
}
