package dev.sluice.state.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.canonical.Digest;
import dev.sluice.state.PartRef;
import dev.sluice.state.StateObject;
import java.io.BufferedReader;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Kills a writing process, opens what it left, and compares. */
class CrashTest {
  private static final byte[] CONTENT = new byte[100_000];

  /** Where the writing process ends; nothing after that place runs. */
  enum Place {
    INSIDE_THE_BLOB,
    AFTER_THE_BLOB,
    AFTER_THE_FIRST_OBJECT,
    BEFORE_THE_COMMIT,
    AFTER_THE_COMMIT,
    NOWHERE
  }

  /** Run in a process of its own. */
  static final class Writing {
    private static Place place;

    public static void main(String[] arguments) throws Exception {
      place = Place.valueOf(arguments[1]);
      try (StateStore store = Samples.open(Path.of(arguments[0]))) {
        PartRef blob = blob(store);
        at(Place.AFTER_THE_BLOB);
        store.<Object, RuntimeException>write(Samples.CHANGED, tx -> change(tx, blob));
        at(Place.AFTER_THE_COMMIT);
      }
      System.out.println("done");
    }

    private static PartRef blob(StateStore store) throws Exception {
      try (BlobWriter writer = store.blobs().writer(CONTENT.length)) {
        writer.write(CONTENT, 0, CONTENT.length / 2);
        at(Place.INSIDE_THE_BLOB);
        writer.write(CONTENT, CONTENT.length / 2, CONTENT.length / 2);
        return writer.commit();
      }
    }

    private static Object change(StoreTransaction tx, PartRef blob) {
      tx.put(Samples.project("alpha").withPart("paper", blob), Set.of());
      at(Place.AFTER_THE_FIRST_OBJECT);
      for (int i = 0; i < 5000; i++) {
        tx.put(Samples.project("p" + i), Set.of(Samples.id("alpha")));
      }
      at(Place.BEFORE_THE_COMMIT);
      return tx;
    }

    private static void at(Place reached) {
      if (reached == place) {
        Runtime.getRuntime().halt(9);
      }
    }
  }

  /** Run in a process of its own: writes until it is killed, and says what is committed. */
  static final class WritingForEver {
    public static void main(String[] arguments) throws Exception {
      StateStore store = Samples.open(Path.of(arguments[0]));
      for (long i = 2; ; i++) {
        String name = "p" + i;
        store.<Object, RuntimeException>write(
            Samples.CHANGED,
            tx -> {
              tx.put(Samples.project(name), Set.of());
              return tx;
            });
        System.out.println(i);
      }
    }
  }

  @TempDir Path temp;
  private Path folder;
  private Digest before;

  @BeforeEach
  void createStore() throws StoreException {
    folder = temp.resolve("site");
    try (StateStore store = Samples.create(folder)) {
      before = store.digest().content();
    }
  }

  @ParameterizedTest
  @EnumSource
  void stateIsAsBeforeOrAsAfterTheWrite(Place place) throws Exception {
    String output = ChildProcess.output(Writing.class, folder.toString(), place.name());
    assertThat(output).isEqualTo(place == Place.NOWHERE ? "done\n" : "");
    try (StateStore store = Samples.open(folder)) {
      boolean committed = place.compareTo(Place.AFTER_THE_COMMIT) >= 0;
      assertThat(store.digest().content()).isEqualTo(committed ? after() : before);
      long sequence =
          store.<Long, RuntimeException>read(
              view -> {
                assertThat(view.audit().verify()).isEmpty();
                return view.audit().sequence();
              });
      assertThat(sequence).isEqualTo(committed ? 2 : 1);
      assertThat(folder.resolve("blobs/incoming")).isEmptyDirectory();
      if (committed) {
        try (InputStream in = store.blobs().open(Digest.of(CONTENT))) {
          assertThat(in.readAllBytes()).isEqualTo(CONTENT);
        }
      }
    }
  }

  private Digest after() throws Exception {
    Path other = temp.resolve("other");
    Samples.create(other).close();
    ChildProcess.output(Writing.class, other.toString(), Place.NOWHERE.name());
    return ReadOnlyStore.at(other).digest().content();
  }

  @Test
  void killedBetweenManyWrites_nothingThatWasCommittedIsLost() throws Exception {
    for (int round = 0; round < 3; round++) {
      Path site = temp.resolve("round" + round);
      Samples.create(site).close();
      long committed = killAfter(WritingForEver.class, site, 20 + 17 * round);
      try (StateStore store = Samples.open(site)) {
        List<StateObject> objects =
            store.<List<StateObject>, RuntimeException>read(
                view -> {
                  assertThat(view.audit().verify()).isEmpty();
                  List<StateObject> all = view.objects(ObjectFilter.ALL).toList();
                  assertThat(view.audit().sequence()).isEqualTo(all.size() + 1L);
                  return all;
                });
        assertThat(objects.size() + 1L).isBetween(committed, committed + 1);
      }
    }
  }

  /** The last number that the process gave out before it died. */
  private static long killAfter(Class<?> main, Path site, int lines) throws Exception {
    Process process = ChildProcess.start(main, site.toString());
    long last = 0;
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      int count = 0;
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        last = Long.parseLong(line);
        if (++count == lines) {
          process.toHandle().destroyForcibly();
        }
      }
    }
    process.waitFor();
    return last;
  }
}
