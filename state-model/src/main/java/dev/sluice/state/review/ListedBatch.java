package dev.sluice.state.review;

import dev.sluice.canonical.Digest;
import dev.sluice.canonical.Json;
import dev.sluice.state.ObjectId;
import dev.sluice.state.batch.Batch;
import dev.sluice.state.batch.WholeBatch;
import dev.sluice.state.diff.BatchDiff;
import dev.sluice.state.diff.Status;
import dev.sluice.state.kind.Kind;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.share.Document;
import dev.sluice.state.store.Decision;
import dev.sluice.state.store.Direction;
import dev.sluice.state.store.Resolution;
import dev.sluice.state.store.Take;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One batch as it stands in a list to decide on.
 *
 * @param direction whether it came in or would go out
 * @param peer the other site
 * @param whole the batch and its documents
 * @param kind the root's kind
 * @param diff what it would change at its destination
 * @param standing what was decided about exactly this content
 * @param decision the newest decision about this root, whatever content it was about
 * @param privateItems what is private in it; only in batches that would go out
 */
public record ListedBatch(
    Direction direction,
    String peer,
    WholeBatch whole,
    Kind kind,
    BatchDiff diff,
    Standing standing,
    Optional<Decision> decision,
    List<PrivateItem> privateItems) {
  public ListedBatch {
    privateItems = List.copyOf(privateItems);
  }

  public Batch batch() {
    return whole.batch();
  }

  public ObjectId root() {
    return batch().root();
  }

  /** The same batch with another standing. */
  ListedBatch standing(Standing other) {
    return new ListedBatch(direction, peer, whole, kind, diff, other, decision, privateItems);
  }

  /** Digest of the content: what a decision is bound to. */
  public Digest id() {
    return batch().id();
  }

  public Status status() {
    return diff.status();
  }

  /** How its conflict is to be resolved, if an approval that still holds says so. */
  public Optional<Take> take() {
    return status() == Status.CONFLICT && standing == Standing.APPROVED
        ? decision.flatMap(Decision::resolution).map(Resolution::take)
        : Optional.empty();
  }

  public Document rootDocument() {
    return whole.documents().stream()
        .filter(document -> document.id().equals(root()))
        .findFirst()
        .orElseThrow();
  }

  /** What people call the batch; untrusted text, empty if its root has no title. */
  public String title() {
    return titleOf(rootDocument(), kind);
  }

  /** What people call an object; untrusted text, empty if it has no title. */
  public static String titleOf(Document document, Kind kind) {
    return document.fields().get(kind.title()) instanceof Json.Text text ? text.value() : "";
  }

  /** What people call an object of {@code kinds}. */
  public static String titleOf(Document document, Kinds kinds) {
    return kinds.kind(document.kind()).map(kind -> titleOf(document, kind)).orElse("");
  }

  /** E-mail of the person whose request or code it is; untrusted text. */
  public String owner() {
    return rootDocument().owner();
  }

  /** Whether this batch holds the root of {@code other} or requires any object of it. */
  public boolean needs(ListedBatch other) {
    return !root().equals(other.root())
        && (objects().contains(other.root())
            || !Collections.disjoint(batch().required(), other.objects()));
  }

  /** Ids of all objects in the batch. */
  public Set<ObjectId> objects() {
    return whole.documents().stream().map(Document::id).collect(Collectors.toSet());
  }

  /** How many of its private items are in {@code state}. */
  public int privateItems(PrivateItem.State state) {
    return (int) privateItems.stream().filter(item -> item.state() == state).count();
  }
}
