package dev.sluice.web.preview;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.web.preview.Preview.Cell;
import dev.sluice.web.preview.Preview.Table;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TableComparisonTest {
  private static Optional<Table> compared(String before, String after) {
    return TableComparison.of(before.getBytes(UTF_8), after.getBytes(UTF_8), 1);
  }

  private static List<String> flags(Table table) {
    return table.rows().stream().flatMap(List::stream).map(Cell::flag).toList();
  }

  @Test
  void rows_areMatchedByTheirFirstCell_whereverTheyStand() {
    Table table = compared("k,n\na,10\nb,200\n", "k,n\nb,200\na,50\n").orElseThrow();
    assertThat(flags(table)).containsExactly("", "", "", "was 10");
    assertThat(table.note()).startsWith("1 cells differ, 0 rows are new, 0 are gone.");
  }

  @Test
  void smallDifference_mayBeOfOnePerson() {
    Table table = compared("k,n\na,100\nb,100\n", "k,n\na,101\nb,110\n").orElseThrow();
    assertThat(flags(table)).containsExactly("", "was 100, differencing?", "", "was 100");
    assertThat(table.note()).endsWith("Differences below 10: 1.");
  }

  @Test
  void newAndGoneRows_areFlagged() {
    Table table = compared("k,n\na,1\nb,2\n", "k,n\nb,2\nc,3\n").orElseThrow();
    assertThat(flags(table)).containsExactly("", "", "new", "", "gone", "");
  }

  @Test
  void repeatedFirstCells_areMatchedByPlace() {
    Table table = compared("k,n\na,1\na,2\n", "k,n\na,1\na,90\n").orElseThrow();
    assertThat(flags(table)).containsExactly("", "", "", "was 2");
  }

  @Test
  void hostileFormerValue_isMarkedToo() {
    Table table = compared("k,n\na,\u202e1\n", "k,n\na,2\n").orElseThrow();
    assertThat(flags(table)).contains("was [U+202E]1");
  }

  @Test
  void otherWidthOrNoTable_isNotCompared() {
    assertThat(compared("k,n\na,1\n", "k,n,m\na,1,2\n")).isEmpty();
    assertThat(compared("just text\n", "k,n\na,1\n")).isEmpty();
  }
}
