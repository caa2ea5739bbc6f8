package dev.sluice.exporter.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.bundle.BundleDraft;
import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.model.EntryName;
import dev.sluice.bundle.model.Recipe;
import dev.sluice.bundle.model.Recipe.Held;
import dev.sluice.canonical.Digest;
import dev.sluice.canonical.Json;
import dev.sluice.state.PartRef;
import dev.sluice.state.Side;
import dev.sluice.state.audit.AuditEvent;
import dev.sluice.state.store.BlobDamagedException;
import dev.sluice.state.store.SiteIdentity;
import dev.sluice.state.store.StateStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeltasTest {
  private static final int ROUNDS = Integer.getInteger("sluice.delta.rounds", 20);
  private static final int LENGTH = 3 << 20;

  @TempDir Path folder;

  private StateStore store;
  private Deltas deltas;

  @BeforeEach
  void site() throws Exception {
    store =
        StateStore.create(
            folder.resolve("store"),
            new SiteIdentity("low-lab", Side.LOW, "", "0".repeat(32), List.of()),
            AuditEvent.of("init", "test"),
            Clock.systemUTC());
    deltas = deltas();
  }

  @AfterEach
  void close() throws Exception {
    store.close();
  }

  @Test
  void randomlyEditedBlob_isMadeAgain_andFewBytesTravel() throws Exception {
    for (int seed = 0; seed < ROUNDS; seed++) {
      var edits = new RandomEdits(seed);
      byte[] before = GearTest.noise(seed, LENGTH);
      byte[] after = edits.of(before);
      PartRef base = put(before);
      BundleDraft draft = deltas.shrink(draft(put(after)), Map.of(Digest.of(after), Set.of(base)));
      assertThat(made(draft, Map.of(base.digest(), before)))
          .as("seed %d: %s", seed, edits)
          .isEqualTo(after);
      assertThat(draft.blobs().stream().mapToLong(BundleDraft.Item::bytes).sum())
          .as("seed %d: %s", seed, edits)
          .isLessThanOrEqualTo(edits.newBytes() + edits.count() * 3L * Gear.MOST);
    }
  }

  @Test
  void blobOfRepetitions_isMadeAgain_andUsesNoByteTwice() throws Exception {
    byte[] before = new byte[LENGTH];
    byte[] after = new byte[2 * LENGTH];
    PartRef base = put(before);
    BundleDraft draft = deltas.shrink(draft(put(after)), Map.of(Digest.of(after), Set.of(base)));
    assertThat(made(draft, Map.of(base.digest(), before))).isEqualTo(after);
    assertThat(draft.recipes().get(0).freshBytes()).isGreaterThanOrEqualTo(LENGTH);
  }

  @Test
  void severalBases_eachGiveWhatTheyHave() throws Exception {
    byte[] one = GearTest.noise(1, LENGTH);
    byte[] two = GearTest.noise(2, LENGTH);
    byte[] both = Arrays.copyOf(one, 2 * LENGTH);
    System.arraycopy(two, 0, both, LENGTH, LENGTH);
    PartRef first = put(one);
    PartRef second = put(two);
    BundleDraft draft =
        deltas.shrink(draft(put(both)), Map.of(Digest.of(both), Set.of(first, second)));
    assertThat(made(draft, Map.of(first.digest(), one, second.digest(), two))).isEqualTo(both);
    assertThat(draft.recipes().get(0).bases()).hasSize(2);
  }

  @Test
  void otherOrShortContent_travelsWhole() throws Exception {
    PartRef base = put(GearTest.noise(1, LENGTH));
    PartRef other = put(GearTest.noise(2, LENGTH));
    byte[] few = GearTest.noise(3, 100_000);
    PartRef shorter = put(few);
    BundleDraft draft =
        deltas.shrink(
            draft(other, shorter),
            Map.of(other.digest(), Set.of(base), shorter.digest(), Set.of(base)));
    assertThat(draft.recipes()).isEmpty();
    assertThat(draft.blobs()).hasSize(2);
  }

  @Test
  void sameBytes_areCutOnce_andTheCutsSurviveDamageOfTheirFiles() throws Exception {
    byte[] before = GearTest.noise(1, LENGTH);
    byte[] after = before.clone();
    after[LENGTH / 20]++;
    after[LENGTH - LENGTH / 20]++;
    PartRef base = put(before);
    PartRef blob = put(after);
    var bases = Map.of(blob.digest(), Set.of(base));
    List<Recipe> recipes = deltas.shrink(draft(blob), bases).recipes();
    assertThat(recipes).isNotEmpty();
    Path kept = folder.resolve("high-lab.cuts").resolve(base.digest().hex());
    byte[] bytes = Files.readAllBytes(kept);
    FileTime longAgo = FileTime.fromMillis(0);
    Files.setLastModifiedTime(kept, longAgo);
    assertThat(deltas().shrink(draft(blob), bases).recipes()).isEqualTo(recipes);
    assertThat(Files.getLastModifiedTime(kept)).isEqualTo(longAgo);
    for (byte[] damaged : List.of(new byte[0], new byte[70], flipped(bytes), cut(bytes))) {
      Files.write(kept, damaged);
      assertThat(deltas().shrink(draft(blob), bases).recipes()).isEqualTo(recipes);
      assertThat(kept).hasBinaryContent(bytes);
    }
  }

  /** What a site keeps for itself must not show in what it sends. */
  @Test
  void otherBlobsOfTheSite_andWhatItHasCutBefore_changeNoRecipe() throws Exception {
    byte[] before = GearTest.noise(1, LENGTH);
    byte[] after = before.clone();
    after[LENGTH / 20]++;
    after[LENGTH - LENGTH / 20]++;
    PartRef base = put(before);
    PartRef blob = put(after);
    var bases = Map.of(blob.digest(), Set.of(base));
    BundleDraft alone = deltas.shrink(draft(blob), bases);
    byte[] secret = after.clone();
    secret[LENGTH / 2]++;
    PartRef hidden = put(secret);
    deltas().shrink(draft(hidden), Map.of(hidden.digest(), Set.of(blob)));
    BundleDraft beside = deltas().shrink(draft(blob), bases);
    assertThat(beside.recipes()).isEqualTo(alone.recipes());
    assertThat(beside.blobs())
        .extracting(BundleDraft.Item::name)
        .isEqualTo(alone.blobs().stream().map(BundleDraft.Item::name).toList());
  }

  @Test
  void damagedBlob_neverLeaves() throws Exception {
    byte[] before = GearTest.noise(1, LENGTH);
    byte[] after = GearTest.noise(2, LENGTH + (1 << 20));
    System.arraycopy(before, 0, after, 0, LENGTH);
    PartRef base = put(before);
    PartRef blob = put(after);
    var bases = Map.of(blob.digest(), Set.of(base));
    byte[] damaged = after.clone();
    damaged[after.length - 1] ^= 1;
    Files.write(file(blob), damaged);
    assertThatThrownBy(() -> deltas.shrink(draft(blob), bases))
        .isInstanceOf(BlobDamagedException.class);
    Files.write(file(blob), after);
    BundleDraft draft = deltas.shrink(draft(blob), bases);
    cutBoth(base, blob);
    Files.write(file(blob), damaged);
    assertThatThrownBy(() -> read(draft.blobs().get(0))).isInstanceOf(BlobDamagedException.class);
    assertThatThrownBy(() -> deltas().shrink(draft(blob), bases))
        .isInstanceOf(BlobDamagedException.class);
  }

  /** Makes the cuts of two blobs known, by which they are believed from then on. */
  private void cutBoth(PartRef base, PartRef blob) throws Exception {
    var files =
        new CutFiles(folder.resolve("high-lab.cuts"), GearTest.pairing("pair"), Long.MAX_VALUE);
    var cuts = new BlobCuts(store.blobs(), files, Gear.of(GearTest.pairing("pair")));
    cuts.of(base);
    cuts.of(blob);
  }

  private Deltas deltas() {
    return new Deltas(store.blobs(), folder.resolve("high-lab.cuts"), GearTest.pairing("pair"));
  }

  private PartRef put(byte[] content) throws Exception {
    PartRef blob = store.blobs().put(new ByteArrayInputStream(content), content.length);
    store.blobs().settle();
    return blob;
  }

  private Path file(PartRef blob) throws IOException {
    try (var files = Files.walk(folder.resolve("store"))) {
      return files.filter(file -> file.endsWith(blob.digest().hex())).findFirst().orElseThrow();
    }
  }

  private BundleDraft draft(PartRef... blobs) {
    List<BundleDraft.Item> items =
        Arrays.stream(blobs)
            .map(
                blob ->
                    new BundleDraft.Item(
                        EntryName.blob(blob.digest()), blob.bytes(), InputStream::nullInputStream))
            .toList();
    var payload = Json.object().build();
    return new BundleDraft(
        Direction.LOW_TO_HIGH, 1, Digest.ZERO, List.of(), payload, List.of(), items);
  }

  /** What a recipient makes of the draft's only blob. */
  private static byte[] made(BundleDraft draft, Map<Digest, byte[]> bases) throws IOException {
    Recipe recipe = draft.recipes().get(0);
    var fresh = new ByteArrayInputStream(fresh(draft));
    var made = new ByteArrayOutputStream();
    for (Recipe.Piece piece : recipe.pieces()) {
      if (piece instanceof Held held) {
        made.write(bases.get(held.base()), (int) held.offset(), (int) held.bytes());
      } else {
        made.write(fresh.readNBytes((int) piece.bytes()));
      }
    }
    assertThat(fresh.available()).isZero();
    return made.toByteArray();
  }

  private static byte[] fresh(BundleDraft draft) throws IOException {
    return draft.blobs().isEmpty() ? new byte[0] : read(draft.blobs().get(0));
  }

  private static byte[] read(BundleDraft.Item item) throws IOException {
    try (InputStream in = item.source().open()) {
      byte[] bytes = in.readAllBytes();
      assertThat(EntryName.fresh(Digest.of(bytes))).isEqualTo(item.name());
      return bytes;
    }
  }

  private static byte[] flipped(byte[] bytes) {
    byte[] flipped = bytes.clone();
    flipped[bytes.length / 2] ^= 1;
    return flipped;
  }

  private static byte[] cut(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length - 40);
  }
}
