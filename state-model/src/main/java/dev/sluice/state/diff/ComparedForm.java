package dev.sluice.state.diff;

import dev.sluice.canonical.Json;
import dev.sluice.state.PartRef;
import dev.sluice.state.StateObject;
import dev.sluice.state.kind.Exposure;
import dev.sluice.state.kind.FieldRule;
import dev.sluice.state.kind.Kind;
import dev.sluice.state.share.Document;
import dev.sluice.state.share.SharedForm;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Two versions of an object, cut down to what can be compared.
 *
 * <p>The incoming version lacks what its side withheld, and the local one may hold what the other
 * side never sees. Shared items are compared always, private ones only if they came or were
 * withdrawn, local ones never. So an item that was withheld never looks like a change.
 */
record ComparedForm(
    String owner,
    boolean removed,
    SortedMap<String, Json> fields,
    SortedMap<String, PartRef> parts) {

  static ComparedForm incoming(Document document) {
    return new ComparedForm(
        document.owner(), document.isRemoved(), document.fields(), document.parts());
  }

  /** What of {@code local} can be compared with {@code incoming}. */
  static ComparedForm local(StateObject local, Document incoming, Kind kind) {
    return new ComparedForm(
        local.owner(),
        local.isRemoved(),
        kept(
            local.fields(),
            name ->
                isCompared(
                    fieldExposure(kind, name),
                    incoming.fields().containsKey(name)
                        || incoming.withdrawn().contains(SharedForm.fieldItem(name)))),
        kept(
            local.parts(),
            name ->
                isCompared(
                    partExposure(kind, name),
                    incoming.parts().containsKey(name)
                        || incoming.withdrawn().contains(SharedForm.partItem(name)))));
  }

  static Exposure fieldExposure(Kind kind, String field) {
    return kind.field(field).map(FieldRule::exposure).orElse(Exposure.LOCAL);
  }

  static Exposure partExposure(Kind kind, String part) {
    return kind.part(part).orElse(Exposure.LOCAL);
  }

  private static boolean isCompared(Exposure exposure, boolean came) {
    return switch (exposure) {
      case SHARED -> true;
      case PRIVATE -> came;
      case LOCAL -> false;
    };
  }

  private static <V> SortedMap<String, V> kept(SortedMap<String, V> items, Predicate<String> rule) {
    var kept = new TreeMap<>(items);
    kept.keySet().removeIf(rule.negate());
    return kept;
  }
}
