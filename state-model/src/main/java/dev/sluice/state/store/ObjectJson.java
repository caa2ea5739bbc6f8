package dev.sluice.state.store;

import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.Fields;
import dev.sluice.canonical.Json;
import dev.sluice.canonical.JsonLimits;
import dev.sluice.canonical.NotCanonicalException;
import dev.sluice.state.ObjectId;
import dev.sluice.state.PartRef;
import dev.sluice.state.StateObject;
import dev.sluice.state.StateObject.Presence;
import dev.sluice.state.VersionVector;
import java.util.SortedMap;
import java.util.TreeMap;

/** A whole object, private and local content included, as the bytes that the store keeps. */
final class ObjectJson {
  private static final long LARGEST_PART = 1L << 50;

  private ObjectJson() {}

  /**
   * The bytes of {@code object}.
   *
   * @throws IllegalArgumentException for an object too large or too deep to be read again
   */
  static byte[] write(StateObject object) {
    byte[] bytes = CanonicalJson.write(toJson(object));
    try {
      read(bytes);
    } catch (NotCanonicalException e) {
      throw new IllegalArgumentException("an object that could not be read again", e);
    }
    return bytes;
  }

  static StateObject read(byte[] bytes) throws NotCanonicalException {
    Fields fields = Fields.of("object", CanonicalJson.parseObject(bytes, JsonLimits.DOCUMENT));
    var object =
        new StateObject(
            ObjectId.parse(fields.text("id")),
            fields.text("kind"),
            fields.text("owner"),
            fields.object("fields").fields(),
            parts(fields.object("parts")),
            VersionVector.fromJson(fields.object("vector")),
            fields.bool("removed") ? Presence.REMOVED : Presence.LIVE);
    fields.end();
    return object;
  }

  private static Json toJson(StateObject object) {
    var parts = new TreeMap<String, Json>();
    object
        .parts()
        .forEach(
            (name, part) ->
                parts.put(
                    name,
                    Json.object().put("bytes", part.bytes()).put("sha256", part.digest()).build()));
    return Json.object()
        .put("fields", new Json.Obj(object.fields()))
        .put("id", object.id().text())
        .put("kind", object.kind())
        .put("owner", object.owner())
        .put("parts", new Json.Obj(parts))
        .put("removed", new Json.Bool(object.isRemoved()))
        .put("vector", object.vector().toJson())
        .build();
  }

  private static SortedMap<String, PartRef> parts(Json.Obj json) throws NotCanonicalException {
    var parts = new TreeMap<String, PartRef>();
    for (var entry : json.fields().entrySet()) {
      Fields part = Fields.of("object.parts", entry.getValue());
      parts.put(
          entry.getKey(),
          new PartRef(part.digest("sha256"), part.integer("bytes", 0, LARGEST_PART)));
      part.end();
    }
    return parts;
  }
}
