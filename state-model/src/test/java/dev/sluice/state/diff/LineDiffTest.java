package dev.sluice.state.diff;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.state.diff.LineDiff.Extent;
import dev.sluice.state.diff.LineDiff.Hunk;
import dev.sluice.state.diff.LineDiff.Line;
import dev.sluice.state.diff.LineDiff.Mark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineDiffTest {
  @Test
  void changedLine_standsBetweenItsNeighbours() {
    LineDiff diff = diff("a\nb\nc", "a\nB\nc");
    assertThat(diff.extent()).isEqualTo(Extent.LINES);
    assertThat(diff.hunks())
        .containsExactly(
            new Hunk(
                List.of(
                    new Line(Mark.KEPT, 1, 1, "a"),
                    new Line(Mark.REMOVED, 2, 0, "b"),
                    new Line(Mark.ADDED, 0, 2, "B"),
                    new Line(Mark.KEPT, 3, 3, "c"))));
  }

  @Test
  void changesFarApart_areHunksOfTheirOwn() {
    String before = numbered(1, 30);
    String after = before.replace("line 5\n", "").replace("line 25\n", "line 25\nmore\n");
    List<Hunk> hunks = diff(before, after).hunks();
    assertThat(hunks).hasSize(2);
    assertThat(hunks.get(0).lines()).hasSize(7).contains(new Line(Mark.REMOVED, 5, 0, "line 5"));
    assertThat(hunks.get(1).lines())
        .hasSize(7)
        .contains(new Line(Mark.ADDED, 0, 25, "more"), new Line(Mark.KEPT, 26, 26, "line 26"));
  }

  @Test
  void changesCloseTogether_shareAHunk() {
    String before = numbered(1, 20);
    assertThat(diff(before, before.replace("line 5\n", "").replace("line 11\n", "")).hunks())
        .hasSize(1);
    assertThat(diff(before, before.replace("line 5\n", "").replace("line 13\n", "")).hunks())
        .hasSize(2);
  }

  @Test
  void missingLineFeedAndCarriageReturn_areChanges() {
    assertThat(diff("a\n", "a").hunks()).hasSize(1);
    assertThat(diff("a\r\n", "a\n").hunks()).hasSize(1);
    assertThat(diff("a", "a").hunks()).isEmpty();
  }

  @Test
  void hunks_rebuildTheNewTextFromTheOld() {
    var random = new Random(3);
    for (int run = 0; run < 500; run++) {
      String before = randomText(random);
      String after = randomText(random);
      LineDiff diff = diff(before, after);
      assertThat(applied(diff, before)).isEqualTo(after);
      assertThat(marks(diff)).noneMatch(marks -> marks.contains("ADDED REMOVED"));
    }
  }

  @Test
  void bytesThatAreNoText_areNotCompared() {
    byte[] latin1 = {'a', (byte) 0xe4};
    assertThat(LineDiff.of(latin1, "a".getBytes(UTF_8)).extent()).isEqualTo(Extent.NOT_TEXT);
    assertThat(diff("a", "a\0b").extent()).isEqualTo(Extent.NOT_TEXT);
    assertThat(LineDiff.added(latin1).extent()).isEqualTo(Extent.NOT_TEXT);
  }

  @Test
  void textsBeyondTheLimit_sayThatTheyAreTooLong() {
    assertThat(diff("", "\n".repeat(LineDiff.MOST_LINES - 1)).extent()).isEqualTo(Extent.LINES);
    assertThat(diff("", "\n".repeat(LineDiff.MOST_LINES)).extent()).isEqualTo(Extent.TOO_LONG);
  }

  @Test
  void textsThatShareNothing_areOneBlockInsteadOfALongSearch() {
    String before = "head\n" + numbered(1, 20_000) + "tail";
    String after = "head\n" + numbered(20_001, 40_000) + "tail";
    LineDiff diff = diff(before, after);
    assertThat(diff.extent()).isEqualTo(Extent.BLOCK);
    assertThat(applied(diff, before)).isEqualTo(after);
  }

  @Test
  void longestSearch_ends() {
    String before = numbered(1, 4_900);
    String after = numbered(5_001, 9_900);
    assertThat(applied(diff(before, after), before)).isEqualTo(after);
  }

  private static LineDiff diff(String before, String after) {
    return LineDiff.of(before.getBytes(UTF_8), after.getBytes(UTF_8));
  }

  private static List<String> marks(LineDiff diff) {
    return diff.hunks().stream()
        .map(
            hunk ->
                hunk.lines().stream()
                    .map(line -> line.mark().name())
                    .collect(Collectors.joining(" ")))
        .toList();
  }

  private static String numbered(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(number -> "line " + number + "\n")
        .collect(Collectors.joining());
  }

  private static String randomText(Random random) {
    return random
        .ints(random.nextInt(30), 0, 4)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining("\n"));
  }

  /** Patches {@code before} by nothing but the numbers and texts of the hunks. */
  private static String applied(LineDiff diff, String before) {
    List<String> old = Arrays.asList(before.split("\n", -1));
    var now = new ArrayList<String>();
    int next = 1;
    for (Line line : diff.hunks().stream().flatMap(hunk -> hunk.lines().stream()).toList()) {
      if (line.mark() != Mark.ADDED) {
        now.addAll(old.subList(next - 1, line.before() - 1));
        next = line.before() + 1;
        assertThat(line.text()).isEqualTo(old.get(line.before() - 1));
      } else {
        while (now.size() < line.after() - 1) {
          now.add(old.get(next++ - 1));
        }
      }
      if (line.mark() != Mark.REMOVED) {
        now.add(line.text());
        assertThat(now).hasSize(line.after());
      }
    }
    now.addAll(old.subList(next - 1, old.size()));
    return String.join("\n", now);
  }
}
