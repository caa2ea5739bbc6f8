package dev.sluice.cli.view;

import dev.sluice.cli.console.Printer;
import dev.sluice.cli.console.Style;
import dev.sluice.cli.console.StyledText;
import dev.sluice.state.PartRef;
import dev.sluice.state.diff.LineDiff;
import dev.sluice.state.diff.PartDiff;
import dev.sluice.state.diff.Status;
import dev.sluice.state.text.SafeText;
import java.util.List;
import java.util.Optional;

/** The change of a part, line under line. */
final class PartChange {
  private static final SafeText NOTHING = SafeText.literal("(nothing)");

  private final Printer out;

  PartChange(Printer out) {
    this.out = out;
  }

  /** Prints the change of {@code part} of an object of this status. */
  void print(PartDiff part, Status status) {
    out.print(
        part.before().isEmpty()
            ? SafeText.sentence("      {}: {}", part.name(), blob(part.after()))
            : SafeText.sentence(
                "      {}: {} -> {}", part.name(), blob(part.before()), blob(part.after())));
    if (status == Status.CONFLICT) {
      out.print(SafeText.sentence("        last agreed  {}", blob(part.base())));
    }
    switch (part.lines().extent()) {
      case LINES, BLOCK -> printHunks(part.shownHunks());
      case NOT_TEXT -> out.print(SafeText.literal("        not text; compared by digest"));
      case TOO_LONG -> out.print(SafeText.literal("        too long to show line by line"));
      case NOT_HERE -> out.print(SafeText.literal("        its bytes are not on this side"));
    }
  }

  private static SafeText blob(Optional<PartRef> part) {
    return part.map(
            ref ->
                SafeText.sentence(
                    "{} bytes sha256:{}", ref.bytes(), ref.digest().hex().substring(0, 12)))
        .orElse(NOTHING);
  }

  private void printHunks(List<LineDiff.Hunk> hunks) {
    for (int i = 0; i < hunks.size(); i++) {
      if (i > 0) {
        out.print(StyledText.of(Style.DIM, SafeText.literal("          ...")));
      }
      hunks.get(i).lines().forEach(this::printLine);
    }
  }

  private void printLine(LineDiff.Line line) {
    int number = line.mark() == LineDiff.Mark.REMOVED ? line.before() : line.after();
    String gutter = "%10d %s ".formatted(number, sign(line.mark()));
    Style style =
        switch (line.mark()) {
          case ADDED -> Style.GREEN;
          case REMOVED -> Style.RED;
          case KEPT -> Style.PLAIN;
        };
    out.print(StyledText.of(style, SafeText.of(gutter).plus(Shown.line(line.text()))));
  }

  private static String sign(LineDiff.Mark mark) {
    return switch (mark) {
      case ADDED -> "+";
      case REMOVED -> "-";
      case KEPT -> " ";
    };
  }
}
