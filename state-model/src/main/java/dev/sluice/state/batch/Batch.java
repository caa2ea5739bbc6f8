package dev.sluice.state.batch;

import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.Digest;
import dev.sluice.canonical.Fields;
import dev.sluice.canonical.Json;
import dev.sluice.canonical.NotCanonicalException;
import dev.sluice.state.ObjectId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What belongs to one root: the unit of release, decision and apply.
 *
 * <p>A batch names documents by digest, so its {@link #id} covers every byte that it would apply.
 *
 * @param root the object the batch exists for; it is one of the items
 * @param rootKind name of the root's kind
 * @param items each object once; what others refer to comes before them, except in a cycle
 * @param required objects that the items refer to and that travel by themselves
 */
public record Batch(
    ObjectId root, String rootKind, List<BatchItem> items, SortedSet<ObjectId> required) {
  /** Most items, and most required objects, of one batch. */
  public static final int MOST_ITEMS = 100_000;

  public Batch {
    items = List.copyOf(items);
    required = Collections.unmodifiableSortedSet(new TreeSet<>(required));
  }

  /** Name of the batch: digest of the canonical bytes of {@link #toJson}. */
  public Digest id() {
    return CanonicalJson.digest(toJson());
  }

  public Json.Obj toJson() {
    return Json.object()
        .put("items", Json.array(items.stream().map(BatchItem::toJson).toList()))
        .put("kind", rootKind)
        .put("required", Json.texts(required.stream().map(ObjectId::text).toList()))
        .put("root", root.text())
        .build();
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @throws NotCanonicalException for any other value, also when an object is named twice or the
   *     root is missing
   */
  public static Batch fromJson(Json.Obj json) throws NotCanonicalException {
    Fields fields = Fields.of("batch", json);
    var items = new ArrayList<BatchItem>();
    for (Json item : fields.array("items", MOST_ITEMS)) {
      items.add(BatchItem.fromJson(item));
    }
    var required = new TreeSet<ObjectId>();
    for (String id : fields.texts("required", MOST_ITEMS)) {
      required.add(ObjectId.parse(id));
    }
    var batch =
        new Batch(ObjectId.parse(fields.text("root")), fields.text("kind"), items, required);
    fields.end();
    batch.check(json);
    return batch;
  }

  private void check(Json.Obj json) throws NotCanonicalException {
    var objects = new HashSet<ObjectId>();
    for (BatchItem item : items) {
      if (!objects.add(item.object())) {
        throw new NotCanonicalException("batch.items has an object twice");
      }
      if (required.contains(item.object())) {
        throw new NotCanonicalException("batch.required has an object that is an item");
      }
    }
    if (items.stream().noneMatch(this::isRoot)) {
      throw new NotCanonicalException("batch.items lacks the root");
    }
    if (!toJson().equals(json)) {
      throw new NotCanonicalException("batch.required is not in ascending order");
    }
  }

  private boolean isRoot(BatchItem item) {
    return item.object().equals(root) && item.kind().equals(rootKind);
  }
}
