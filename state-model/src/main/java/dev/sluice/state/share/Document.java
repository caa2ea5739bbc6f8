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
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The form of an object that crosses the gap: what is shared or released, and nothing else.
 *
 * <p>There are two ways to get one: {@link SharedForm} masks an object of this side, and {@link
 * #parse} reads what the peer sent, which proves its form but not that the kind allows its content.
 * A masked field is absent, never empty.
 */
public final class Document {
  private static final String WITHDRAWN = "withdrawn";
  private static final int MOST_WITHDRAWN = 10_000;

  private final ObjectId id;
  private final String kind;
  private final String owner;
  private final SortedMap<String, Json> fields;
  private final SortedMap<String, PartRef> parts;
  private final VersionVector vector;
  private final Presence presence;
  private final SortedSet<String> withdrawn;

  Document(
      ObjectId id,
      String kind,
      String owner,
      SortedMap<String, Json> fields,
      SortedMap<String, PartRef> parts,
      VersionVector vector,
      Presence presence,
      Set<String> withdrawn) {
    this.id = id;
    this.kind = kind;
    this.owner = owner;
    this.fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    this.parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    this.vector = vector;
    this.presence = presence;
    this.withdrawn = Collections.unmodifiableSortedSet(new TreeSet<>(withdrawn));
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

  /**
   * Private items that were released and sent once and are taken back: whoever holds them removes
   * them. Named as in {@link SharedForm#partItem} and {@link SharedForm#fieldItem}.
   */
  public SortedSet<String> withdrawn() {
    return withdrawn;
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
        && parts.equals(other.parts)
        && withdrawn.equals(other.withdrawn);
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
    var json =
        Json.object()
            .put("fields", new Json.Obj(fields))
            .put("id", id.text())
            .put("kind", kind)
            .put("owner", owner)
            .put("parts", PartRef.toJson(parts))
            .put("removed", new Json.Bool(isRemoved()))
            .put("vector", vector.toJson());
    if (!withdrawn.isEmpty()) {
      json.put(WITHDRAWN, Json.texts(List.copyOf(withdrawn)));
    }
    return json.build();
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
            fields.bool("removed") ? Presence.REMOVED : Presence.LIVE,
            withdrawn(fields));
    fields.end();
    if (document.isRemoved()
        && !(document.fields.isEmpty()
            && document.parts.isEmpty()
            && document.withdrawn.isEmpty())) {
      throw new NotCanonicalException("document of a removed object has content");
    }
    return document;
  }

  /** The list has one form: absent if it is empty, else sorted and without repetition. */
  private static SortedSet<String> withdrawn(Fields fields) throws NotCanonicalException {
    if (!fields.has(WITHDRAWN)) {
      return Collections.emptySortedSet();
    }
    List<String> listed = fields.texts(WITHDRAWN, MOST_WITHDRAWN);
    var items = new TreeSet<>(listed);
    if (listed.isEmpty() || !List.copyOf(items).equals(listed)) {
      throw fields.refused(WITHDRAWN, "is not a sorted list of different items");
    }
    return items;
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
