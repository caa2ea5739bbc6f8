package dev.sluice.web.page;

import dev.sluice.state.diff.FieldDiff;
import dev.sluice.state.diff.ObjectDiff;
import dev.sluice.state.diff.PartDiff;
import java.util.HashMap;
import java.util.Map;

/** What addresses call the fields, parts and lines of one object on its page. */
final class FindingAnchors {
  private final Map<String, String> items = new HashMap<>();
  private final Map<String, PartDiff> parts = new HashMap<>();

  /**
   * @param id short id of the object, which is once on the page
   */
  FindingAnchors(String id, ObjectDiff diff) {
    for (FieldDiff field : diff.fields()) {
      items.put(field.name(), id + ".f" + items.size());
    }
    for (PartDiff part : diff.parts()) {
      items.put(part.name(), id + ".p" + items.size());
      parts.put(part.name(), part);
    }
  }

  /** What an address calls a field or part. */
  String of(String item) {
    return items.get(item);
  }

  /** Where a finding stands, from the page on: a field, or a line on the page that has it. */
  String address(Finding finding, Look look) {
    String item = of(finding.item());
    PartDiff part = parts.get(finding.item());
    if (part == null) {
      return "#" + item;
    }
    int page = DiffRows.pageOf(part, finding.line());
    String line = "#" + DiffRows.anchor(item, finding.line());
    return page == look.page() ? line : look.onPage(page) + line;
  }
}
