package dev.sluice.state;

import dev.sluice.canonical.Json;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One object as this side holds it: shared, private and local content together. It never leaves the
 * side in this form; what may leave is a {@link dev.sluice.state.share.Document}.
 *
 * @param id identity on both sides
 * @param kind name of its {@link dev.sluice.state.kind.Kind}
 * @param owner e-mail of the person it belongs to, lower case; untrusted text
 * @param fields JSON values by field name
 * @param parts blobs by part name
 * @param vector the edits this version has seen
 * @param presence whether the object is there or is a tombstone
 */
public record StateObject(
    ObjectId id,
    String kind,
    String owner,
    SortedMap<String, Json> fields,
    SortedMap<String, PartRef> parts,
    VersionVector vector,
    Presence presence) {
  /** A tombstone keeps id, kind, owner and vector, and has no content. */
  public enum Presence {
    LIVE,
    REMOVED
  }

  public StateObject {
    fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
  }

  /** A new object without content. */
  public static StateObject create(ObjectId id, String kind, String owner) {
    return new StateObject(
        id,
        kind,
        owner,
        Collections.emptySortedMap(),
        Collections.emptySortedMap(),
        VersionVector.NONE,
        Presence.LIVE);
  }

  public StateObject with(String field, Json value) {
    var changed = new TreeMap<>(fields);
    changed.put(field, value);
    return new StateObject(id, kind, owner, changed, parts, vector, presence);
  }

  public StateObject with(String field, String value) {
    return with(field, Json.text(value));
  }

  public StateObject withPart(String name, PartRef part) {
    var changed = new TreeMap<>(parts);
    changed.put(name, part);
    return new StateObject(id, kind, owner, fields, changed, vector, presence);
  }

  public StateObject ownedBy(String newOwner) {
    return new StateObject(id, kind, newOwner, fields, parts, vector, presence);
  }

  public StateObject withVector(VersionVector newVector) {
    return new StateObject(id, kind, owner, fields, parts, newVector, presence);
  }

  /** The tombstone of this object. */
  public StateObject removed() {
    return new StateObject(
        id,
        kind,
        owner,
        Collections.emptySortedMap(),
        Collections.emptySortedMap(),
        vector,
        Presence.REMOVED);
  }

  public boolean isRemoved() {
    return presence == Presence.REMOVED;
  }

  /** The text in {@code field}, if it is there and is text. */
  public Optional<String> text(String field) {
    return fields.get(field) instanceof Json.Text text
        ? Optional.of(text.value())
        : Optional.empty();
  }

  public Optional<PartRef> part(String name) {
    return Optional.ofNullable(parts.get(name));
  }
}
