package dev.sluice.state.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.canonical.Digest;
import dev.sluice.state.PartRef;
import dev.sluice.state.StateObject;
import dev.sluice.state.store.StoreCheck.Depth;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever objects and documents need survives every collection, and nothing else does. */
class CollectionTest {
  private static final int STEPS = 40;
  private static final int NAMES = 6;

  @TempDir Path temp;

  private final Set<PartRef> put = new HashSet<>();
  private final Map<String, PartRef> ofObjects = new TreeMap<>();
  private final Set<PartRef> ofDocuments = new HashSet<>();
  private StateStore store;

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void whatIsNeeded_survivesAnyStory_andTheRestIsGone(long seed) throws Exception {
    Path folder = temp.resolve("site");
    var random = new Random(seed);
    store = Samples.create(folder);
    try {
      for (int step = 0; step < STEPS; step++) {
        act(random, step);
        if (random.nextInt(8) == 0) {
          store.collect(Samples.CHANGED);
          checkWhatIsLeft();
        }
        if (random.nextInt(10) == 0) {
          store.close();
          store = Samples.open(folder);
        }
      }
      store.collect(Samples.CHANGED);
      checkWhatIsLeft();
      store.close();
      store = Samples.open(folder);
      assertThat(StoreCheck.of(folder).run(Depth.FULL, read -> {})).isEmpty();
    } finally {
      store.close();
    }
  }

  private void act(Random random, int step) throws Exception {
    String name = "object-" + random.nextInt(NAMES);
    PartRef blob = blob("content " + random.nextInt(20));
    switch (random.nextInt(4)) {
      case 0 -> {
        write(Samples.project(name).withPart("paper", blob));
        ofObjects.put(name, blob);
      }
      case 1 -> {
        write(Samples.project(name).removed());
        ofObjects.remove(name);
      }
      case 2 -> {
        byte[] document = ("{\"step\":" + step + "}").getBytes(UTF_8);
        store.write(Samples.CHANGED, tx -> tx.putDocument(document, Set.of(blob)));
        ofDocuments.add(blob);
      }
      default -> {} // a blob of nobody
    }
  }

  private void write(StateObject object) throws Exception {
    store.<Void, RuntimeException>write(
        Samples.CHANGED,
        tx -> {
          tx.put(object, Set.of());
          return null;
        });
  }

  private PartRef blob(String text) throws Exception {
    byte[] bytes = text.getBytes(UTF_8);
    PartRef blob = store.blobs().put(new ByteArrayInputStream(bytes), bytes.length);
    put.add(blob);
    return blob;
  }

  private void checkWhatIsLeft() throws Exception {
    var needed = new HashSet<>(ofDocuments);
    needed.addAll(ofObjects.values());
    for (PartRef blob : put) {
      assertThat(store.blobs().size(blob.digest()) > 0)
          .as("%s is kept", blob)
          .isEqualTo(needed.contains(blob));
    }
    for (PartRef blob : needed) {
      try (InputStream in = store.blobs().open(blob.digest())) {
        assertThat(Digest.of(in.readAllBytes())).isEqualTo(blob.digest());
      }
    }
    put.retainAll(needed);
  }

  @Test
  void collectedBlob_isProvedAnew_beforeAnythingRefersToItAgain() throws Exception {
    try (StateStore opened = Samples.create(temp.resolve("site"))) {
      store = opened;
      PartRef blob = blob("content");
      write(Samples.project("alpha").withPart("paper", blob));
      write(Samples.project("alpha").removed());
      assertThat(store.collect(Samples.CHANGED)).isEqualTo(List.of(blob.digest()));
      assertThatThrownBy(() -> write(Samples.project("beta").withPart("paper", blob)))
          .isInstanceOfSatisfying(
              StoreException.class,
              e -> assertThat(e.reason()).isEqualTo(StoreException.Reason.DAMAGED));
      blob("content");
      write(Samples.project("beta").withPart("paper", blob));
    }
  }

  @Test
  void withoutAnythingToCollect_nothingIsWritten() throws Exception {
    try (StateStore opened = Samples.create(temp.resolve("site"))) {
      store = opened;
      write(Samples.project("alpha").withPart("paper", blob("content")));
      StateDigest before = store.digest();
      assertThat(store.collect(Samples.CHANGED)).isEmpty();
      assertThat(store.digest()).isEqualTo(before);
    }
  }
}
