package dev.sluice.state.share;

import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.Digest;
import dev.sluice.canonical.Json;
import dev.sluice.state.PartRef;
import dev.sluice.state.StateObject;
import dev.sluice.state.kind.Exposure;
import dev.sluice.state.kind.FieldRule;
import dev.sluice.state.kind.Kind;
import java.util.Map;
import java.util.TreeMap;

/**
 * The one place where an object is masked for the other side.
 *
 * <p>What is declared shared stays; what is private stays only if a release names exactly its
 * present content; everything else, including whatever has no declaration, is left out.
 */
public final class SharedForm {
  private SharedForm() {}

  /**
   * Masks {@code object}.
   *
   * @param releases digest of released content by item name, see {@link #partItem} and {@link
   *     #fieldItem}
   */
  public static Document of(StateObject object, Kind kind, Map<String, Digest> releases) {
    var fields = new TreeMap<String, Json>();
    object
        .fields()
        .forEach(
            (name, value) -> {
              Exposure exposure = kind.field(name).map(FieldRule::exposure).orElse(Exposure.LOCAL);
              if (travels(exposure, releases.get(fieldItem(name)), fieldDigest(value))) {
                fields.put(name, value);
              }
            });
    var parts = new TreeMap<String, PartRef>();
    object
        .parts()
        .forEach(
            (name, part) -> {
              Exposure exposure = kind.part(name).orElse(Exposure.LOCAL);
              if (travels(exposure, releases.get(partItem(name)), part.digest())) {
                parts.put(name, part);
              }
            });
    return new Document(
        object.id(),
        object.kind(),
        object.owner(),
        fields,
        parts,
        object.vector(),
        object.presence());
  }

  /** Name of a part in a list of releases. */
  public static String partItem(String part) {
    return "part:" + part;
  }

  /** Name of a field in a list of releases. */
  public static String fieldItem(String field) {
    return "field:" + field;
  }

  /** What a release of a field is bound to. */
  public static Digest fieldDigest(Json value) {
    return CanonicalJson.digest(value);
  }

  private static boolean travels(Exposure exposure, Digest released, Digest present) {
    return switch (exposure) {
      case SHARED -> true;
      case PRIVATE -> present.equals(released);
      case LOCAL -> false;
    };
  }
}
