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
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The one place where an object is masked for the other side.
 *
 * <p>What is declared shared stays; what is private stays only if a release names exactly its
 * present content; everything else, including whatever has no declaration, is left out.
 */
public final class SharedForm {
  private static final String PART = "part:";
  private static final String FIELD = "field:";
  private static final String WITHDRAWN = "withdrawn:";

  private SharedForm() {}

  /**
   * Masks {@code object}.
   *
   * @param releases digest of released content by item name, see {@link #partItem} and {@link
   *     #fieldItem}, with the marks of what was withdrawn, see {@link #withdrawnItem}
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
        object.presence(),
        object.isRemoved() ? Set.of() : withdrawn(kind, releases, fields, parts));
  }

  private static Set<String> withdrawn(
      Kind kind,
      Map<String, Digest> releases,
      Map<String, Json> fields,
      Map<String, PartRef> parts) {
    var withdrawn = new TreeSet<String>();
    for (String entry : releases.keySet()) {
      if (entry.startsWith(WITHDRAWN)) {
        String item = entry.substring(WITHDRAWN.length());
        boolean travels =
            parts.keySet().stream().map(SharedForm::partItem).anyMatch(item::equals)
                || fields.keySet().stream().map(SharedForm::fieldItem).anyMatch(item::equals);
        if (!travels && exposure(kind, item) == Exposure.PRIVATE) {
          withdrawn.add(item);
        }
      }
    }
    return withdrawn;
  }

  /** How far an item may travel that is named as in a list of releases. */
  static Exposure exposure(Kind kind, String item) {
    if (item.startsWith(FIELD)) {
      return kind.field(item.substring(FIELD.length()))
          .map(FieldRule::exposure)
          .orElse(Exposure.LOCAL);
    }
    return item.startsWith(PART)
        ? kind.part(item.substring(PART.length())).orElse(Exposure.LOCAL)
        : Exposure.LOCAL;
  }

  /** Name, in a list of releases, of the mark that an item was released, sent and taken back. */
  public static String withdrawnItem(String item) {
    return WITHDRAWN + item;
  }

  /** Name of a part in a list of releases. */
  public static String partItem(String part) {
    return PART + part;
  }

  /** Name of a field in a list of releases. */
  public static String fieldItem(String field) {
    return FIELD + field;
  }

  /** What a release of a field is bound to. */
  public static Digest fieldDigest(Json value) {
    return CanonicalJson.digest(value);
  }

  /** Whether an entry of a list of releases is such a mark. */
  public static boolean isWithdrawnItem(String entry) {
    return entry.startsWith(WITHDRAWN);
  }

  private static boolean travels(Exposure exposure, Digest released, Digest present) {
    return switch (exposure) {
      case SHARED -> true;
      case PRIVATE -> present.equals(released);
      case LOCAL -> false;
    };
  }
}
