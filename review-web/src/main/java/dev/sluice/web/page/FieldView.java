package dev.sluice.web.page;

import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.Json;
import dev.sluice.state.diff.FieldDiff;
import dev.sluice.state.text.SafeText;
import java.util.List;
import java.util.Optional;

/**
 * A field before and after, as lines.
 *
 * @param name the field
 * @param before its lines now; none if it is not here
 * @param after its lines then; none if it goes
 * @param anchor what an address calls it
 * @param findings what to look at in its new value
 * @param agreed for a conflict, its lines when both sides last agreed
 */
record FieldView(
    String name,
    String anchor,
    List<Finding> findings,
    List<Marked> before,
    List<Marked> after,
    List<Marked> agreed) {
  static FieldView of(FieldDiff field, String anchor) {
    return new FieldView(
        field.name(),
        anchor,
        Findings.in(field).stream().limit(Findings.MOST).toList(),
        lines(field.before()),
        lines(field.after()),
        lines(field.base()));
  }

  boolean isNew() {
    return before.isEmpty();
  }

  /** Text as it is, anything else in its JSON form. */
  static String text(Json value) {
    return value instanceof Json.Text text ? text.value() : CanonicalJson.text(value);
  }

  private static List<Marked> lines(Optional<Json> value) {
    return value.map(FieldView::text).map(SafeText::lines).orElse(List.of()).stream()
        .map(line -> Marked.of(line.cut(DiffRows.LONGEST_LINE)))
        .toList();
  }
}
