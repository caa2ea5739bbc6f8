package dev.sluice.state;

import dev.sluice.canonical.Digest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A consistent, read-only look at one side's state: all answers belong to the same moment. */
public interface StateView {
  /** The object, or its tombstone. */
  Optional<StateObject> find(ObjectId id);

  /** Ids of the live objects that have a reference field pointing at {@code target}. */
  Set<ObjectId> referencing(ObjectId target);

  /**
   * The private items of {@code id} that a person has released, as item name to the digest of the
   * released content. An item is a part ({@code part:value}) or a field ({@code field:error}).
   */
  Map<String, Digest> releases(ObjectId id);
}
