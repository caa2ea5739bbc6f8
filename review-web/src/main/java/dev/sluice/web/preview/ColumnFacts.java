package dev.sluice.web.preview;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is in a whole column, so that nobody has to read all of its rows. */
final class ColumnFacts {
  /** Counts below this may point to single people. */
  static final BigDecimal SMALL = BigDecimal.TEN;

  private static final int MOST_VALUES = 1000;
  private static final int LONGEST_NUMBER = 40;

  private final Set<String> values = new HashSet<>();
  private Optional<BigDecimal> least = Optional.empty();
  private Optional<BigDecimal> most = Optional.empty();
  private int missing;
  private int formulas;
  private int small;
  private int words;
  private boolean whole = true;

  private ColumnFacts() {}

  /** The facts of column {@code index} of {@code rows}. */
  static List<String> of(List<List<String>> rows, int index) {
    var facts = new ColumnFacts();
    rows.forEach(row -> facts.add(row.get(index)));
    return facts.words();
  }

  /** Whether an office program would compute {@code cell} instead of showing it. */
  static boolean isFormula(String cell) {
    return !cell.isEmpty() && "=+-@".indexOf(cell.charAt(0)) >= 0 && number(cell).isEmpty();
  }

  /** The number that a cell is, if it is one. */
  static Optional<BigDecimal> number(String cell) {
    return cell.length() <= LONGEST_NUMBER && cell.matches("[+-]?[0-9]+(\\.[0-9]+)?")
        ? Optional.of(new BigDecimal(cell))
        : Optional.empty();
  }

  private void add(String cell) {
    if (cell.isBlank()) {
      missing++;
      return;
    }
    if (values.size() <= MOST_VALUES) {
      values.add(cell);
    }
    formulas += isFormula(cell) ? 1 : 0;
    number(cell).ifPresentOrElse(this::add, () -> words++);
  }

  private void add(BigDecimal number) {
    least = Optional.of(least.map(number::min).orElse(number));
    most = Optional.of(most.map(number::max).orElse(number));
    boolean integer = number.scale() == 0;
    whole &= integer;
    small += integer && number.signum() > 0 && number.compareTo(SMALL) < 0 ? 1 : 0;
  }

  private List<String> words() {
    var facts = new ArrayList<String>();
    if (words == 0 && least.isPresent()) {
      facts.add((whole ? "integer, " : "number, ") + plain(least) + " to " + plain(most));
      facts.add(small == 0 ? "none below 10" : small + " below 10");
    } else {
      facts.add(
          "text, "
              + (values.size() > MOST_VALUES ? "more than " + MOST_VALUES : values.size())
              + " different");
    }
    facts.add(missing + " missing");
    if (formulas > 0) {
      facts.add(formulas + (formulas == 1 ? " looks like a formula" : " look like formulas"));
    }
    return facts;
  }

  private static String plain(Optional<BigDecimal> number) {
    return number.map(BigDecimal::toPlainString).orElse("");
  }
}
