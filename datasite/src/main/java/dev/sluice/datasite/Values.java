package dev.sluice.datasite;

import dev.sluice.canonical.Json;
import dev.sluice.canonical.NotCanonicalException;
import dev.sluice.state.ObjectId;
import dev.sluice.state.StateObject;
import java.util.List;
import java.util.Optional;

/** Fields of objects that may lack any of them, since the other side sends what it likes. */
final class Values {
  private Values() {}

  static List<String> texts(StateObject object, String field) {
    return object.fields().get(field) instanceof Json.Arr array
        ? array.items().stream()
            .filter(Json.Text.class::isInstance)
            .map(item -> ((Json.Text) item).value())
            .toList()
        : List.of();
  }

  static Optional<ObjectId> reference(StateObject object, String field) {
    return object.text(field).flatMap(Values::id);
  }

  static List<ObjectId> references(StateObject object, String field) {
    return texts(object, field).stream().flatMap(text -> id(text).stream()).toList();
  }

  private static Optional<ObjectId> id(String text) {
    try {
      return Optional.of(ObjectId.parse(text));
    } catch (NotCanonicalException e) {
      return Optional.empty();
    }
  }
}
