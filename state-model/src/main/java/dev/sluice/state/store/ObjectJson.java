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

/** A whole object, private and local content included, as the bytes that the store keeps. */
final class ObjectJson {

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
            PartRef.fromJson("object", fields.object("parts")),
            VersionVector.fromJson(fields.object("vector")),
            fields.bool("removed") ? Presence.REMOVED : Presence.LIVE);
    fields.end();
    return object;
  }

  private static Json toJson(StateObject object) {
    return Json.object()
        .put("fields", new Json.Obj(object.fields()))
        .put("id", object.id().text())
        .put("kind", object.kind())
        .put("owner", object.owner())
        .put("parts", PartRef.toJson(object.parts()))
        .put("removed", new Json.Bool(object.isRemoved()))
        .put("vector", object.vector().toJson())
        .build();
  }
}
