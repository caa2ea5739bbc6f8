package dev.sluice.state.diff;

import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.Digest;
import dev.sluice.canonical.Json;
import dev.sluice.state.ObjectId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a batch would change.
 *
 * @param root the object the batch exists for
 * @param kind name of the root's kind
 * @param objects one diff per item, in the order in which they would be applied
 */
public record BatchDiff(ObjectId root, String kind, List<ObjectDiff> objects) {
  public BatchDiff {
    objects = List.copyOf(objects);
  }

  /**
   * The status of the batch: CONFLICT if any object has one; else that of the root, unless only
   * other objects change, which makes it CHANGED.
   */
  public Status status() {
    if (count(Status.CONFLICT) > 0) {
      return Status.CONFLICT;
    }
    Status ofRoot =
        objects.stream()
            .filter(object -> object.id().equals(root))
            .map(ObjectDiff::status)
            .findFirst()
            .orElse(Status.SAME);
    return ofRoot == Status.SAME && changes() > 0 ? Status.CHANGED : ofRoot;
  }

  /** For a conflict: digest of the versions of this side that the batch collides with. */
  public Optional<Digest> collision() {
    var versions = new TreeMap<String, Json>();
    for (ObjectDiff object : objects) {
      object.here().ifPresent(seen -> versions.put(object.id().text(), seen.toJson()));
    }
    return versions.isEmpty()
        ? Optional.empty()
        : Optional.of(CanonicalJson.digest(new Json.Obj(versions)));
  }

  /** How many objects the batch would change; those that stay the same don't count. */
  public int changes() {
    return objects.size() - count(Status.SAME);
  }

  /** How many objects have each status; every status is a key. */
  public Map<Status, Integer> counts() {
    var counts = new EnumMap<Status, Integer>(Status.class);
    for (Status status : Status.values()) {
      counts.put(status, count(status));
    }
    return counts;
  }

  private int count(Status status) {
    return (int) objects.stream().filter(object -> object.status() == status).count();
  }
}
