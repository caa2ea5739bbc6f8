package dev.sluice.web.page;

import dev.sluice.state.store.BundleEntry;
import dev.sluice.state.store.BundleNote;
import dev.sluice.state.store.InboxState;
import dev.sluice.web.report.ReportedBatch;
import dev.sluice.web.report.ReportedBatch.Content;
import dev.sluice.web.report.ReportedItem;
import dev.sluice.web.report.Ruling;
import dev.sluice.web.report.TransferReport;
import dev.sluice.web.report.TransferReport.Anchor;
import dev.sluice.web.report.TransferReport.Reader;
import java.util.List;
import java.util.Optional;

/**
 * A transfer report to be printed: one HTML document that needs nothing else and runs nothing.
 *
 * @param bundle name of the bundle
 * @param from who sent it
 * @param to who gets it
 * @param reader whom the report is for
 * @param site who made it
 * @param other the other one
 * @param root digest of the bundle
 * @param words the same, to be read aloud
 * @param bytes its size
 * @param made when the report was made
 * @param steps what happened to the bundle
 * @param batches what it carried
 * @param items private items that crossed
 * @param refused whether it was refused and nothing else
 * @param anchor where the audit log stood; empty if the report does not tell
 */
public record ReportSheet(
    String bundle,
    Marked from,
    Marked to,
    Reader reader,
    Marked site,
    Marked other,
    String root,
    String words,
    long bytes,
    String made,
    List<Step> steps,
    List<Batch> batches,
    List<Item> items,
    boolean refused,
    String anchor) {
  /** Something that happened to the bundle. */
  record Step(String at, String what) {}

  /**
   * A batch.
   *
   * @param what kind and title
   * @param outcome what became of it
   * @param ruling what was decided here
   */
  record Batch(
      long position,
      String id,
      Marked what,
      Marked owner,
      String change,
      String outcome,
      Marked ruling,
      int withheld) {}

  /** A private item. */
  record Item(String object, Marked item, String size, String digest, Marked grant) {}

  /** The report as HTML. */
  public static String html(TransferReport report) {
    return Templates.sheet("report", of(report));
  }

  private static ReportSheet of(TransferReport report) {
    BundleEntry bundle = report.bundle();
    return new ReportSheet(
        bundle.name(),
        Marked.of(report.sender()),
        Marked.of(report.recipient()),
        report.reader(),
        Marked.of(report.site().name()),
        Marked.of(bundle.peer()),
        bundle.bundle().hex(),
        String.join(" ", report.words()),
        bundle.bytes(),
        Times.shown(report.made()),
        report.steps().stream().map(ReportSheet::step).toList(),
        report.batches().stream().map(ReportSheet::batch).toList(),
        report.batches().stream()
            .flatMap(batch -> batch.shared().stream())
            .map(ReportSheet::item)
            .toList(),
        report.steps().stream().allMatch(step -> step.note() == BundleNote.REFUSED),
        report.anchor().map(ReportSheet::anchor).orElse(""));
  }

  private static Step step(BundleEntry step) {
    return new Step(Times.shown(step.at()), step.note().toString());
  }

  private static Batch batch(ReportedBatch batch) {
    Optional<Content> content = batch.content();
    return new Batch(
        batch.position(),
        batch.root().text(),
        Marked.title(
            content.map(held -> held.kind() + " " + held.title()).orElse("no longer kept here")),
        Marked.title(content.map(Content::owner).orElse("")),
        content.map(ReportSheet::change).orElse(""),
        batch.outcome().equals(InboxState.STAGED.toString()) ? "undecided" : batch.outcome(),
        ruling(batch.ruling()),
        batch.withheld());
  }

  private static String change(Content content) {
    String what = content.isRemoval() ? "removed" : "new or changed";
    return content.objects() == 1 ? what : what + ", " + content.objects() + " objects";
  }

  private static Item item(ReportedItem item) {
    return new Item(
        item.object().text(),
        Marked.of(item.kind() + " " + item.item().substring(item.item().indexOf(':') + 1)),
        item.bytes() < 0 ? "a field" : item.bytes() + " bytes",
        item.content().hex(),
        ruling(item.grant()));
  }

  private static Marked ruling(Optional<Ruling> ruling) {
    return Marked.of(
        ruling
            .map(
                said ->
                    said.verdict()
                        + " by "
                        + said.by()
                        + ", "
                        + Times.shown(said.at())
                        + (said.reason().isEmpty() ? "" : ": " + said.reason()))
            .orElse(""));
  }

  private static String anchor(Anchor anchor) {
    return anchor.sequence() + " entries, last " + anchor.head().hex();
  }

  boolean isForPeer() {
    return reader == Reader.PEER;
  }
}
