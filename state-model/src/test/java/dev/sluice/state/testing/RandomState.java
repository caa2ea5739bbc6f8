package dev.sluice.state.testing;

import dev.sluice.canonical.Json;
import dev.sluice.state.ObjectId;
import dev.sluice.state.StateObject;
import dev.sluice.state.kind.FieldRule;
import dev.sluice.state.kind.FieldRule.FieldType;
import dev.sluice.state.kind.Kind;
import dev.sluice.state.kind.Kinds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Object graphs of the built-in kinds with random references, cycles included. */
public final class RandomState {
  private final Random random;
  private final List<StateObject> objects = new ArrayList<>();

  private RandomState(Random random) {
    this.random = random;
  }

  /** A state of {@code size} objects; no reference dangles, a few objects are tombstones. */
  public static InMemoryState of(int size, Random random) {
    var graph = new RandomState(random);
    List<Kind> kinds = List.copyOf(Kinds.builtIn().all());
    for (int i = 0; i < size; i++) {
      Kind kind = kinds.get(random.nextInt(kinds.size()));
      String name = "object " + random.nextLong();
      ObjectId id = ObjectId.named(kind.prefix(), name);
      StateObject empty = StateObject.create(id, kind.name(), "ana@example.org");
      graph.objects.add(kind.idFrom().map(field -> empty.with(field, name)).orElse(empty));
    }
    var state = new InMemoryState(Kinds.builtIn());
    for (StateObject object : graph.objects) {
      state.put(graph.filled(object));
      if (random.nextInt(20) == 0) {
        state.remove(object.id());
      }
    }
    return state;
  }

  private StateObject filled(StateObject empty) {
    StateObject object = empty;
    Kind kind = Kinds.builtIn().kind(empty.kind()).orElseThrow();
    for (Map.Entry<String, FieldRule> field : kind.fields().entrySet()) {
      List<Json> targets = targets(field.getValue());
      if (object.fields().containsKey(field.getKey())) {
        continue;
      }
      if (field.getValue().type() == FieldType.TEXT) {
        object = object.with(field.getKey(), "text " + random.nextInt(5));
      } else if (field.getValue().type() == FieldType.REFERENCES) {
        object = object.with(field.getKey(), Json.array(targets));
      } else if (field.getValue().type() == FieldType.REFERENCE && !targets.isEmpty()) {
        object = object.with(field.getKey(), targets.get(0));
      }
    }
    for (String rule : kind.parts().keySet()) {
      String part = rule.equals(Kind.ANY_PART) ? "folder/file.txt" : rule;
      object = object.withPart(part, Samples.part("part " + random.nextInt(5)));
    }
    String editor = random.nextBoolean() ? Samples.LOW : Samples.HIGH;
    return object.withVector(object.vector().editedBy(editor));
  }

  private List<Json> targets(FieldRule rule) {
    if (rule.tie().isEmpty()) {
      return List.of();
    }
    var candidates = new ArrayList<Json>();
    for (StateObject object : objects) {
      if (rule.target().map(object.kind()::equals).orElse(true)) {
        candidates.add(Json.text(object.id().text()));
      }
    }
    Collections.shuffle(candidates, random);
    return candidates.subList(0, Math.min(candidates.size(), random.nextInt(3)));
  }
}
