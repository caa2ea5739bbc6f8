package dev.sluice.state.diff;

import dev.sluice.canonical.Json;
import dev.sluice.state.ObjectId;
import dev.sluice.state.PartRef;
import dev.sluice.state.StateObject;
import dev.sluice.state.StateView;
import dev.sluice.state.VersionVector;
import dev.sluice.state.batch.WholeBatch;
import dev.sluice.state.kind.Kind;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.share.Document;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** Compares what comes in with one side's state. */
public final class Comparison {
  private final StateView state;
  private final Kinds kinds;
  private final Function<ObjectId, Optional<Document>> agreed;
  private final PartContent content;

  /**
   * A comparison with {@code state}.
   *
   * @param agreed the version of an object that both sides last agreed on
   * @param content the bytes of parts, those here and those that came
   */
  public Comparison(
      StateView state,
      Kinds kinds,
      Function<ObjectId, Optional<Document>> agreed,
      PartContent content) {
    this.state = state;
    this.kinds = kinds;
    this.agreed = agreed;
    this.content = content;
  }

  /**
   * What {@code batch} would change.
   *
   * @throws IOException if {@link PartContent} fails
   */
  public BatchDiff of(WholeBatch batch) throws IOException {
    var objects = new ArrayList<ObjectDiff>();
    for (Document document : batch.documents()) {
      objects.add(of(document));
    }
    return new BatchDiff(batch.batch().root(), batch.batch().rootKind(), objects);
  }

  private ObjectDiff of(Document incoming) throws IOException {
    Kind kind = kinds.kind(incoming.kind()).orElseThrow();
    Status status = ThreeWay.status(state, incoming, kind);
    if (status == Status.SAME) {
      return diff(incoming, status, Optional.empty(), Optional.empty(), List.of(), List.of());
    }
    Optional<ComparedForm> local =
        state
            .find(incoming.id())
            .filter(object -> !object.isRemoved())
            .map(object -> ComparedForm.local(object, incoming, kind));
    Optional<Document> base =
        status == Status.CONFLICT ? agreed.apply(incoming.id()) : Optional.empty();
    return diff(
        incoming,
        status,
        local.map(ComparedForm::owner).filter(owner -> !owner.equals(incoming.owner())),
        status == Status.CONFLICT
            ? state.find(incoming.id()).map(StateObject::vector)
            : Optional.empty(),
        fields(incoming, local, base),
        parts(incoming, local, base));
  }

  private static ObjectDiff diff(
      Document incoming,
      Status status,
      Optional<String> formerOwner,
      Optional<VersionVector> here,
      List<FieldDiff> fields,
      List<PartDiff> parts) {
    return new ObjectDiff(
        incoming.id(), incoming.kind(), status, incoming.owner(), formerOwner, here, fields, parts);
  }

  private static List<FieldDiff> fields(
      Document incoming, Optional<ComparedForm> local, Optional<Document> base) {
    SortedMap<String, Json> before = local.map(ComparedForm::fields).orElse(none());
    SortedMap<String, Json> agreed = base.map(Document::fields).orElse(none());
    var diffs = new ArrayList<FieldDiff>();
    for (String name : differing(before, incoming.fields())) {
      diffs.add(
          new FieldDiff(name, get(before, name), get(incoming.fields(), name), get(agreed, name)));
    }
    return diffs;
  }

  private List<PartDiff> parts(
      Document incoming, Optional<ComparedForm> local, Optional<Document> base) throws IOException {
    SortedMap<String, PartRef> before = local.map(ComparedForm::parts).orElse(none());
    SortedMap<String, PartRef> agreed = base.map(Document::parts).orElse(none());
    var diffs = new ArrayList<PartDiff>();
    for (String name : differing(before, incoming.parts())) {
      Optional<PartRef> old = get(before, name);
      Optional<PartRef> now = get(incoming.parts(), name);
      diffs.add(new PartDiff(name, old, now, get(agreed, name), lines(old, now)));
    }
    return diffs;
  }

  private LineDiff lines(Optional<PartRef> before, Optional<PartRef> after) throws IOException {
    if (isTooLong(before) || isTooLong(after)) {
      return LineDiff.without(LineDiff.Extent.TOO_LONG);
    }
    Optional<byte[]> old = before.isPresent() ? content.read(before.get()) : Optional.empty();
    Optional<byte[]> now = after.isPresent() ? content.read(after.get()) : Optional.empty();
    if (old.isPresent() != before.isPresent() || now.isPresent() != after.isPresent()) {
      return LineDiff.without(LineDiff.Extent.NOT_HERE);
    }
    if (old.isEmpty()) {
      return LineDiff.added(now.orElseThrow());
    }
    return now.isEmpty() ? LineDiff.removed(old.get()) : LineDiff.of(old.get(), now.get());
  }

  private static boolean isTooLong(Optional<PartRef> part) {
    return part.filter(present -> present.bytes() > LineDiff.MOST_BYTES).isPresent();
  }

  private static <V> SortedSet<String> differing(
      SortedMap<String, V> before, SortedMap<String, V> after) {
    var names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    names.removeIf(name -> get(before, name).equals(get(after, name)));
    return names;
  }

  private static <V> Optional<V> get(SortedMap<String, V> items, String name) {
    return Optional.ofNullable(items.get(name));
  }

  private static <V> SortedMap<String, V> none() {
    return Collections.emptySortedMap();
  }
}
