package dev.sluice.web.page;

import dev.sluice.canonical.Json;
import dev.sluice.state.diff.ObjectDiff;
import dev.sluice.state.diff.Status;
import dev.sluice.state.share.Document;
import java.util.List;

/**
 * One object of a batch.
 *
 * @param id its short id
 * @param whole its whole id
 * @param kind name of its kind
 * @param title what people call it
 * @param status how it stands to what is here
 * @param formerOwner its owner here, if that is somebody else; else empty
 * @param fields what changes in its fields
 * @param parts what changes in its parts
 * @param findings what to look at in it
 */
record ObjectView(
    String id,
    String whole,
    String kind,
    Marked title,
    String status,
    Marked formerOwner,
    List<FieldView> fields,
    List<PartView> parts,
    List<Linked> findings) {
  /**
   * A finding in the list at the top.
   *
   * @param address where it stands, from the page on
   */
  record Linked(Finding finding, String address) {}

  static ObjectView of(ObjectDiff diff, Document document, String id, String title, Look look) {
    String language = language(document);
    var anchors = new FindingAnchors(id, diff);
    return new ObjectView(
        id,
        diff.id().text(),
        diff.kind(),
        Marked.title(title),
        diff.status().toString(),
        Marked.of(diff.formerOwner().orElse("")),
        diff.fields().stream().map(field -> FieldView.of(field, anchors.of(field.name()))).toList(),
        diff.parts().stream()
            .map(part -> PartView.of(part, look, language, anchors.of(part.name())))
            .toList(),
        Findings.in(diff).stream()
            .map(finding -> new Linked(finding, anchors.address(finding, look)))
            .toList());
  }

  private static String language(Document document) {
    return document.fields().get("language") instanceof Json.Text text
            && text.value().matches("[a-z]{1,20}")
        ? text.value()
        : "";
  }

  boolean isNew() {
    return status.equals(Status.NEW.toString()) && fields.stream().allMatch(FieldView::isNew);
  }

  boolean isConflict() {
    return status.equals(Status.CONFLICT.toString());
  }

  boolean hasFormerOwner() {
    return !formerOwner.toString().isEmpty();
  }

  List<Linked> shownFindings() {
    return findings.subList(0, Math.min(Findings.MOST, findings.size()));
  }

  boolean hasMoreFindings() {
    return findings.size() > Findings.MOST;
  }

  boolean alarms() {
    return findings.stream().anyMatch(linked -> linked.finding().alarms());
  }
}
