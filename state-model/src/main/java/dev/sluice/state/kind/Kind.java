package dev.sluice.state.kind;

import dev.sluice.state.Side;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A kind of object, as declared in a JSON resource.
 *
 * @param name for instance {@code request}
 * @param prefix two letters that start the ids of this kind
 * @param role whether an object of this kind has a batch of its own
 * @param title the field that people call the object by
 * @param idFrom the field whose text ids are made from, so that each text has one object; none for
 *     ids that are random or made from something else
 * @param flow where it may travel
 * @param owner the side whose version wins a conflict when a person says so
 * @param fields rules by field name; a field without a rule is refused
 * @param parts exposure by part name; {@link #ANY_PART} stands for all others, whose names are
 *     paths; a part without a rule is refused
 */
public record Kind(
    String name,
    String prefix,
    Role role,
    String title,
    Optional<String> idFrom,
    Flow flow,
    Side owner,
    SortedMap<String, FieldRule> fields,
    SortedMap<String, Exposure> parts) {
  /** The name of the rule for parts that have none of their own. */
  public static final String ANY_PART = "*";

  /** Whether objects of a kind have a batch of their own. */
  public enum Role {
    /** One batch per object, unless a {@link Tie#CHILD} reference puts it into another's. */
    ROOT("root"),
    /** A root whose batch is listed only on demand. */
    HIDDEN_ROOT("hidden-root"),
    /** Travels only in the batches of others. */
    MEMBER("member");

    private final String word;

    Role(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  public Kind {
    fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
  }

  /** How far a part may travel, if objects of this kind have it. */
  public Optional<Exposure> part(String partName) {
    return Optional.ofNullable(parts.getOrDefault(partName, parts.get(ANY_PART)));
  }

  public Optional<FieldRule> field(String fieldName) {
    return Optional.ofNullable(fields.get(fieldName));
  }
}
