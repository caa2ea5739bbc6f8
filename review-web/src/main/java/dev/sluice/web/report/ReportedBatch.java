package dev.sluice.web.report;

import dev.sluice.canonical.Digest;
import dev.sluice.state.ObjectId;
import dev.sluice.state.batch.BatchItem;
import java.util.List;
import java.util.Optional;

/**
 * A batch of a bundle. The texts are untrusted.
 *
 * @param position its place in the sender's feed
 * @param root the object it exists for
 * @param batch digest of its content
 * @param content what it holds; empty if its documents are kept here no more
 * @param outcome what became of it at the recipient, as far as this site knows
 * @param ruling what was decided here about exactly this content
 * @param withheld private items of its objects that are here and did not cross with it
 */
public record ReportedBatch(
    long position,
    ObjectId root,
    Digest batch,
    Optional<Content> content,
    String outcome,
    Optional<Ruling> ruling,
    int withheld) {
  /**
   * What a batch holds.
   *
   * @param kind name of the root's kind
   * @param title what people call the root
   * @param owner e-mail of whom it is about
   * @param operation the word for what happens to the root, see {@link BatchItem.Op}
   * @param objects how many objects
   * @param shared private items that crossed with it
   */
  public record Content(
      String kind,
      String title,
      String owner,
      String operation,
      int objects,
      List<ReportedItem> shared) {
    public Content {
      shared = List.copyOf(shared);
    }

    /** Whether the root goes. */
    public boolean isRemoval() {
      return operation.equals(BatchItem.Op.REMOVE.toString());
    }
  }

  /** Private items that crossed with it, as far as that is still known. */
  public List<ReportedItem> shared() {
    return content.map(Content::shared).orElse(List.of());
  }

  ReportedBatch forPeer() {
    return new ReportedBatch(
        position,
        root,
        batch,
        content.map(
            held ->
                new Content(
                    held.kind(),
                    held.title(),
                    held.owner(),
                    held.operation(),
                    held.objects(),
                    held.shared().stream().map(ReportedItem::forPeer).toList())),
        "",
        Optional.empty(),
        0);
  }
}
