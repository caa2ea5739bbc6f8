package dev.sluice.state.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.canonical.Digest;
import dev.sluice.state.PartRef;
import dev.sluice.state.store.BlobRefusedException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobStoreTest {
  private static final byte[] CONTENT = "some bytes of a result".getBytes(UTF_8);
  private static final PartRef REF = new PartRef(Digest.of(CONTENT), CONTENT.length);

  @TempDir Path temp;
  private Path folder;
  private StateStore store;

  @BeforeEach
  void createStore() throws StoreException {
    folder = temp.resolve("site");
    store = Samples.create(folder);
  }

  @AfterEach
  void closeStore() throws StoreException {
    store.close();
  }

  private PartRef put() throws Exception {
    PartRef blob = store.blobs().put(new ByteArrayInputStream(CONTENT), REF);
    store.blobs().settle();
    return blob;
  }

  private Path file() {
    return file(REF);
  }

  private Path file(PartRef blob) {
    String name = blob.digest().hex();
    return folder.resolve("blobs").resolve(name.substring(0, 2)).resolve(name);
  }

  private byte[] content() throws Exception {
    try (InputStream in = store.blobs().open(REF.digest())) {
      return in.readAllBytes();
    }
  }

  private void reopen() throws StoreException {
    store.close();
    store = Samples.open(folder);
  }

  private void refer() throws StoreException {
    refer(REF);
  }

  private void refer(PartRef blob) throws StoreException {
    store.write(
        Samples.CHANGED,
        tx -> {
          tx.put(Samples.project("alpha").withPart("paper", blob), Set.of());
          return tx;
        });
  }

  @Test
  void blobIsNamedByItsContent() throws Exception {
    assertThat(put()).isEqualTo(REF);
    assertThat(content()).isEqualTo(CONTENT);
    assertThat(store.blobs().put(new ByteArrayInputStream(CONTENT), 1000)).isEqualTo(REF);
    assertThat(Files.readAllBytes(file())).isEqualTo(CONTENT);
  }

  @Test
  void emptyBlobIsABlob() throws Exception {
    PartRef empty = store.blobs().put(InputStream.nullInputStream(), 0);
    try (InputStream in = store.blobs().open(empty.digest())) {
      assertThat(in.read()).isEqualTo(-1);
    }
  }

  @Test
  void blobLongerThanItsLimit_isRefused() {
    assertRefused(Reason.TOO_LONG, CONTENT, new PartRef(REF.digest(), CONTENT.length - 1));
  }

  @Test
  void blobOfAnotherLength_isRefused() {
    assertRefused(Reason.WRONG_LENGTH, CONTENT, new PartRef(REF.digest(), CONTENT.length + 1));
  }

  @Test
  void blobWithOtherContent_isRefused() {
    assertRefused(Reason.WRONG_DIGEST, new byte[CONTENT.length], REF);
  }

  private void assertRefused(Reason reason, byte[] content, PartRef expected) {
    assertThatThrownBy(() -> store.blobs().put(new ByteArrayInputStream(content), expected))
        .isInstanceOfSatisfying(
            BlobRefusedException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    assertThat(folder.resolve("blobs/incoming")).isEmptyDirectory();
    assertThat(file()).doesNotExist();
  }

  @Test
  void inputThatFails_leavesNothing() throws Exception {
    InputStream failing = InputStream.nullInputStream();
    failing.close();
    assertThatThrownBy(() -> store.blobs().put(failing, 10)).isInstanceOf(IOException.class);
    assertThat(folder.resolve("blobs/incoming")).isEmptyDirectory();
  }

  @Test
  void damageIsNoticedBeforeTheLastBytes() throws Exception {
    put();
    byte[] damaged = CONTENT.clone();
    damaged[3] ^= 1;
    Files.write(file(), damaged);
    try (InputStream in = store.blobs().open(REF.digest())) {
      byte[] all = new byte[CONTENT.length];
      assertThatThrownBy(() -> in.read(all, 0, all.length))
          .isInstanceOf(BlobDamagedException.class);
    }
  }

  @Test
  void shortenedAndLengthenedAndMissingBlobs_areNoticed() throws Exception {
    put();
    Files.write(file(), new byte[0]);
    assertThatThrownBy(this::content).isInstanceOf(BlobDamagedException.class);
    Files.write(file(), (new String(CONTENT, UTF_8) + "x").getBytes(UTF_8));
    assertThatThrownBy(this::content).isInstanceOf(BlobDamagedException.class);
    Files.delete(file());
    assertThatThrownBy(this::content)
        .isInstanceOfSatisfying(
            StoreException.class,
            e -> assertThat(e.reason()).isEqualTo(StoreException.Reason.DAMAGED));
  }

  @Test
  void leftoverWithTheRightName_isNeverBelieved() throws Exception {
    Files.createDirectories(file().getParent());
    Files.write(file(), new byte[0]);
    assertThatThrownBy(this::refer).isInstanceOf(StoreException.class);
    put();
    assertThat(content()).isEqualTo(CONTENT);
    refer();
  }

  @Test
  void blobOfAnEarlierRun_isHashedBeforeItIsReferredTo() throws Exception {
    put();
    reopen();
    Files.write(file(), new byte[CONTENT.length]);
    assertThatThrownBy(this::refer).isInstanceOf(StoreException.class);
    Files.write(file(), CONTENT);
    refer();
  }

  @Test
  void unfinishedBlobOfAnEarlierRun_isRemovedAtTheNextOpening() throws Exception {
    Path leftover = folder.resolve("blobs/incoming/77");
    Files.write(leftover, CONTENT);
    reopen();
    assertThat(leftover).doesNotExist();
  }

  @Test
  void blobComesInPieceByPiece() throws Exception {
    try (BlobWriter writer = store.blobs().writer(CONTENT.length)) {
      writer.write(CONTENT, 0, 5);
      writer.write(CONTENT, 5, CONTENT.length - 5);
      assertThat(file()).doesNotExist();
      assertThat(writer.commit()).isEqualTo(REF);
    }
    assertThat(content()).isEqualTo(CONTENT);
    store.blobs().settle();
    assertThat(content()).isEqualTo(CONTENT);
    try (Stream<Path> incoming = Files.list(folder.resolve("blobs/incoming"))) {
      assertThat(incoming).isEmpty();
    }
  }

  @Test
  void blobsThatWait_canBeRead_andGetTheirNamesBeforeTheFirstWriteThatNeedsOne() throws Exception {
    var blobs = new TreeMap<String, PartRef>();
    for (int i = 0; i < 100; i++) {
      byte[] content = ("blob " + i / 2).getBytes(UTF_8);
      blobs.put("part" + i, store.blobs().put(new ByteArrayInputStream(content), 100));
    }
    PartRef first = blobs.get("part0");
    assertThat(file(first)).doesNotExist();
    assertThat(store.blobs().open(first.digest())).hasBinaryContent("blob 0".getBytes(UTF_8));
    refer(first);
    assertThat(blobs.values()).allSatisfy(blob -> assertThat(file(blob)).exists());
    assertThat(folder.resolve("blobs/incoming")).isEmptyDirectory();
  }

  @Test
  void manyBlobs_areMadeDurableOnTheWay() throws Exception {
    for (int i = 0; i < 3000; i++) {
      byte[] content = Integer.toString(i).getBytes(UTF_8);
      store.blobs().put(new ByteArrayInputStream(content), 100);
    }
    try (Stream<Path> incoming = Files.list(folder.resolve("blobs/incoming"))) {
      assertThat(incoming.count()).isLessThan(2500);
    }
  }

  @Test
  void blobThatCannotBeMadeDurable_failsTheWriteThatNeedsIt() throws Exception {
    store.blobs().put(new ByteArrayInputStream(CONTENT), REF);
    Files.writeString(file().getParent(), "in the way");
    assertThatThrownBy(this::refer).isInstanceOf(StoreException.class);
    assertThatThrownBy(this::refer).isInstanceOf(StoreException.class);
    reopen();
    assertThat(folder.resolve("blobs/incoming")).isEmptyDirectory();
  }

  @Test
  void sightingOfABlobThatIsNotKept_saysNothing() throws Exception {
    refer(put());
    var kept = new Sighting("stamp", REF);
    var gone = new Sighting("stamp", new PartRef(Digest.of(new byte[1]), 1));
    store.write(
        Samples.CHANGED,
        tx -> {
          tx.see("/folder", "tree", "kept", gone);
          tx.see("/folder", "tree", "kept", kept);
          tx.see("/folder", "tree", "gone", gone);
          tx.see("/folder", "other", "kept", kept);
          return tx;
        });
    assertThat(sightings()).isEqualTo(Map.of("kept", kept));
    store.write(
        Samples.CHANGED,
        tx -> {
          tx.unsee("/folder", "tree", "kept");
          return tx;
        });
    assertThat(sightings()).isEmpty();
  }

  private Map<String, Sighting> sightings() throws StoreException {
    return store.<Map<String, Sighting>, RuntimeException>read(
        view -> view.sightings("/folder", "tree"));
  }

  @Test
  void strangeNamesInTheFolder_areNotBlobs() throws Exception {
    Files.writeString(folder.resolve("blobs/readme"), "x");
    Files.createDirectories(folder.resolve("blobs/zz"));
    Files.writeString(folder.resolve("blobs/zz").resolve(REF.digest().hex()), "x");
    assertThat(store.unneededBlobs()).isEmpty();
  }
}
