package dev.sluice.cli.view;

import dev.sluice.state.ObjectId;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Short forms of object ids, kept beyond the moment of the state in which they were unique. */
public final class Names {
  private final Map<ObjectId, String> shown = new TreeMap<>();

  private Names() {}

  /**
   * Names {@code ids}.
   *
   * @param shorten gives the short form of an id
   */
  static Names of(Collection<ObjectId> ids, Function<ObjectId, String> shorten) {
    var names = new Names();
    ids.forEach(id -> names.shown.computeIfAbsent(id, shorten));
    return names;
  }

  /** The short form of {@code id}; the whole of an id that was not named. */
  public String of(ObjectId id) {
    return shown.getOrDefault(id, id.text());
  }
}
