package dev.sluice.state.diff;

import dev.sluice.canonical.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One field that would change.
 *
 * @param name the field
 * @param before its value here; empty if it is not here
 * @param after its value in what comes in; empty if it goes
 * @param base for conflicts: its value in the version both sides last agreed on, if there is one
 */
public record FieldDiff(
    String name, Optional<Json> before, Optional<Json> after, Optional<Json> base) {
  /**
   * One place of a list.
   *
   * @param index place from 0
   * @param before what stands there now; empty beyond the end
   * @param after what would stand there; empty beyond the end
   */
  public record ItemDiff(int index, Optional<Json> before, Optional<Json> after) {}

  /** For a field with a list before or after: the places that differ, in order; else nothing. */
  public List<ItemDiff> items() {
    List<Json> old = list(before);
    List<Json> now = list(after);
    return IntStream.range(0, Math.max(old.size(), now.size()))
        .mapToObj(index -> new ItemDiff(index, at(old, index), at(now, index)))
        .filter(item -> !item.before().equals(item.after()))
        .toList();
  }

  private static List<Json> list(Optional<Json> value) {
    return value
        .filter(Json.Arr.class::isInstance)
        .map(array -> ((Json.Arr) array).items())
        .orElse(List.of());
  }

  private static Optional<Json> at(List<Json> list, int index) {
    return index < list.size() ? Optional.of(list.get(index)) : Optional.empty();
  }
}
