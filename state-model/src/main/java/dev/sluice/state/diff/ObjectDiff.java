package dev.sluice.state.diff;

import dev.sluice.state.ObjectId;
import dev.sluice.state.VersionVector;
import java.util.List;
import java.util.Optional;

/**
 * What one document would change.
 *
 * @param id the object
 * @param kind name of its kind
 * @param status how the document stands to the object here
 * @param owner its owner according to the document
 * @param formerOwner its owner here, if that is somebody else
 * @param here for a conflict: the edits that the version here has seen
 * @param fields the fields that would change, by name; nothing when the status is SAME
 * @param parts the parts that would change, by name; nothing when the status is SAME
 */
public record ObjectDiff(
    ObjectId id,
    String kind,
    Status status,
    String owner,
    Optional<String> formerOwner,
    Optional<VersionVector> here,
    List<FieldDiff> fields,
    List<PartDiff> parts) {
  public ObjectDiff {
    fields = List.copyOf(fields);
    parts = List.copyOf(parts);
  }
}
