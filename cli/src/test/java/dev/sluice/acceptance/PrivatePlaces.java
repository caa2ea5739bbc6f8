package dev.sluice.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.Json;
import dev.sluice.state.PartRef;
import dev.sluice.state.StateObject;
import dev.sluice.state.kind.Exposure;
import dev.sluice.state.kind.Kind;
import dev.sluice.state.store.ObjectFilter;
import dev.sluice.state.store.StateStore;
import dev.sluice.state.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** The fields and parts of a kind that do not simply travel, and what a store has in them. */
final class PrivatePlaces {
  private final Kind kind;
  private final StateStore store;
  private final List<StateObject> objects;

  PrivatePlaces(Kind kind, StateStore store) throws StoreException {
    this.kind = kind;
    this.store = store;
    this.objects =
        store.<List<StateObject>, RuntimeException>read(
            view -> view.objects(ObjectFilter.LIVE.ofKind(kind.name())).toList());
  }

  /** Fails unless some object holds a canary in each, so that a new one cannot be forgotten. */
  void assertFull() throws StoreException, IOException {
    for (var field : kind.fields().entrySet()) {
      if (field.getValue().exposure() != Exposure.SHARED) {
        assertFilled(field.getKey(), fields(field.getKey()));
      }
    }
    for (var part : kind.parts().entrySet()) {
      if (part.getValue() != Exposure.SHARED) {
        assertFilled(part.getKey(), parts(part.getKey()));
      }
    }
  }

  private void assertFilled(String place, String content) {
    assertThat(content).as("%s of a %s", place, kind.name()).contains(Canaries.MARK);
  }

  private String fields(String name) {
    var all = new StringBuilder();
    for (StateObject object : objects) {
      Json value = object.fields().get(name);
      if (value != null) {
        all.append(CanonicalJson.text(value));
      }
    }
    return all.toString();
  }

  private String parts(String name) throws StoreException, IOException {
    var all = new StringBuilder();
    for (StateObject object : objects) {
      Optional<PartRef> part = object.part(name);
      if (part.isPresent()) {
        try (InputStream in = store.blobs().open(part.get().digest())) {
          all.append(new String(in.readAllBytes(), UTF_8));
        }
      }
    }
    return all.toString();
  }
}
