package dev.sluice.state.diff;

import dev.sluice.state.StateObject;
import dev.sluice.state.StateObject.Presence;
import dev.sluice.state.kind.Exposure;
import dev.sluice.state.kind.Kind;
import dev.sluice.state.share.Document;
import dev.sluice.state.share.SharedForm;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Makes one object of what is here and what came.
 *
 * <p>Shared items become exactly the incoming ones, so a shared item that did not come is removed.
 * Private items are replaced if they came, removed if they were withdrawn and kept if not. Local
 * items are kept; one that came against the rules is not taken over. The result has seen the edits
 * of both.
 */
public final class Merge {
  private Merge() {}

  /**
   * Applies {@code incoming} to {@code local}.
   *
   * @param local the same object as it is here; {@link StateObject#create} if it is not
   */
  public static StateObject apply(StateObject local, Document incoming, Kind kind) {
    if (!local.id().equals(incoming.id()) || !local.kind().equals(incoming.kind())) {
      throw new IllegalArgumentException("not two versions of one object");
    }
    var merged =
        new StateObject(
            local.id(),
            local.kind(),
            incoming.owner(),
            merge(
                local.fields(),
                incoming.fields(),
                field -> ComparedForm.fieldExposure(kind, field),
                field -> incoming.withdrawn().contains(SharedForm.fieldItem(field))),
            merge(
                local.parts(),
                incoming.parts(),
                part -> ComparedForm.partExposure(kind, part),
                part -> incoming.withdrawn().contains(SharedForm.partItem(part))),
            local.vector().join(incoming.vector()),
            Presence.LIVE);
    return incoming.isRemoved() ? merged.removed() : merged;
  }

  private static <V> SortedMap<String, V> merge(
      SortedMap<String, V> local,
      SortedMap<String, V> incoming,
      Function<String, Exposure> of,
      Predicate<String> withdrawn) {
    var merged = new TreeMap<>(local);
    merged
        .keySet()
        .removeIf(
            item ->
                of.apply(item) == Exposure.SHARED
                    || (of.apply(item) == Exposure.PRIVATE && withdrawn.test(item)));
    incoming.forEach(
        (item, value) -> {
          if (of.apply(item) != Exposure.LOCAL) {
            merged.put(item, value);
          }
        });
    return merged;
  }
}
