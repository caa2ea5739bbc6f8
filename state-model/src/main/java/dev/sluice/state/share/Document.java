package dev.sluice.state.share;

import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.Digest;
import dev.sluice.canonical.Fields;
import dev.sluice.canonical.Json;
import dev.sluice.canonical.JsonLimits;
import dev.sluice.canonical.NotCanonicalException;
import dev.sluice.state.ObjectId;
import dev.sluice.state.PartRef;
import dev.sluice.state.StateObject.Presence;
import dev.sluice.state.VersionVector;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The form of an object that crosses the gap: what is shared or released, and nothing else.
 *
 * <p>There are two ways to get one: {@link SharedForm} masks an object of this side, and {@link
 * #parse} reads what the peer sent, which proves its form but not that the kind allows its content.
 * A masked field is absent, never empty.
 */
public final class Document {
  private final ObjectId id;
  private final String kind;
  private final String owner;
  private final SortedMap<String, Json> fields;
  private final SortedMap<String, PartRef> parts;
  private final VersionVector vector;
  private final Presence presence;

  Document(
      ObjectId id,
      String kind,
      String owner,
      SortedMap<String, Json> fields,
      SortedMap<String, PartRef> parts,
      VersionVector vector,
      Presence presence) {
    this.id = id;
    this.kind = kind;
    this.owner = owner;
    this.fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    this.parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    this.vector = vector;
    this.presence = presence;
  }

  public ObjectId id() {
    return id;
  }

  public String kind() {
    return kind;
  }

  public String owner() {
    return owner;
  }

  public SortedMap<String, Json> fields() {
    return fields;
  }

  public SortedMap<String, PartRef> parts() {
    return parts;
  }

  public VersionVector vector() {
    return vector;
  }

  public boolean isRemoved() {
    return presence == Presence.REMOVED;
  }

  /** Whether both say the same, whichever edits led there. */
  public boolean sameContentAs(Document other) {
    return id.equals(other.id)
        && kind.equals(other.kind)
        && owner.equals(other.owner)
        && presence == other.presence
        && fields.equals(other.fields)
        && parts.equals(other.parts);
  }

  /** The canonical bytes that travel. */
  public byte[] bytes() {
    return CanonicalJson.write(toJson());
  }

  /** Digest of {@link #bytes}: the name of this version. */
  public Digest digest() {
    return Digest.of(bytes());
  }

  private Json.Obj toJson() {
    return Json.object()
        .put("fields", new Json.Obj(fields))
        .put("id", id.text())
        .put("kind", kind)
        .put("owner", owner)
        .put("parts", PartRef.toJson(parts))
        .put("removed", new Json.Bool(isRemoved()))
        .put("vector", vector.toJson())
        .build();
  }

  /**
   * Reads a document of the peer.
   *
   * @throws NotCanonicalException unless the bytes are exactly what {@link #bytes} would write
   */
  public static Document parse(byte[] bytes) throws NotCanonicalException {
    Fields fields = Fields.of("document", CanonicalJson.parseObject(bytes, JsonLimits.DOCUMENT));
    var document =
        new Document(
            ObjectId.parse(fields.text("id")),
            fields.text("kind"),
            fields.text("owner"),
            fields.object("fields").fields(),
            PartRef.fromJson("document", fields.object("parts")),
            VersionVector.fromJson(fields.object("vector")),
            fields.bool("removed") ? Presence.REMOVED : Presence.LIVE);
    fields.end();
    if (document.isRemoved() && !(document.fields.isEmpty() && document.parts.isEmpty())) {
      throw new NotCanonicalException("document of a removed object has content");
    }
    return document;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Document that && sameContentAs(that) && vector.equals(that.vector);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return "document of " + id;
  }
}
