package dev.sluice.state.kind;

import dev.sluice.canonical.Json;
import dev.sluice.canonical.NotCanonicalException;
import dev.sluice.state.ObjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One reference that an object holds.
 *
 * @param field the field it stands in
 * @param tie what it means for batches
 * @param target the object it points at
 */
public record Reference(String field, Tie tie, ObjectId target) {
  /**
   * All references among {@code fields}, in the order of the field names.
   *
   * @throws NotCanonicalException when a reference field holds something else than ids
   */
  public static List<Reference> of(Map<String, Json> fields, Kind kind)
      throws NotCanonicalException {
    var references = new ArrayList<Reference>();
    for (var entry : kind.fields().entrySet()) {
      FieldRule rule = entry.getValue();
      if (rule.tie().isPresent() && fields.containsKey(entry.getKey())) {
        for (ObjectId target : targets(fields.get(entry.getKey()), rule)) {
          references.add(new Reference(entry.getKey(), rule.tie().get(), target));
        }
      }
    }
    return List.copyOf(references);
  }

  private static List<ObjectId> targets(Json value, FieldRule rule) throws NotCanonicalException {
    if (rule.type() == FieldRule.FieldType.REFERENCE) {
      return List.of(target(value));
    }
    if (!(value instanceof Json.Arr array)) {
      throw new NotCanonicalException("a field of references holds something else");
    }
    var targets = new ArrayList<ObjectId>();
    for (Json item : array.items()) {
      targets.add(target(item));
    }
    return targets;
  }

  private static ObjectId target(Json value) throws NotCanonicalException {
    if (value instanceof Json.Text text) {
      return ObjectId.parse(text.value());
    }
    throw new NotCanonicalException("a reference is not the id of an object");
  }
}
