package dev.sluice.state.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.Digest;
import dev.sluice.state.PartRef;
import dev.sluice.state.Side;
import dev.sluice.state.batch.Batch;
import dev.sluice.state.batch.BatchItem;
import dev.sluice.state.batch.BatchItem.Op;
import dev.sluice.state.feed.Chain;
import dev.sluice.state.store.StoreCheck.Depth;
import dev.sluice.state.store.StoreFault.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damages a store behind its back, one thing at a time. */
class StoreCheckTest {
  private static final byte[] CONTENT = "a result".getBytes(UTF_8);
  private static final PartRef BLOB = new PartRef(Digest.of(CONTENT), CONTENT.length);
  private static final String PEER = "low-lab";

  @TempDir Path temp;
  private Path folder;

  @BeforeEach
  void createStore() throws Exception {
    folder = temp.resolve("site");
    try (StateStore store = Samples.create(folder)) {
      store.blobs().put(new ByteArrayInputStream(CONTENT), BLOB);
      store.write(
          Samples.CHANGED,
          tx -> {
            tx.put(Samples.project("alpha").withPart("paper", BLOB), Set.of());
            tx.putDocument("{}".getBytes(UTF_8), Set.of(BLOB));
            PeerTransaction peer =
                tx.addPeer(PEER, Side.LOW, Digest.of(CONTENT), Samples.INCARNATION);
            Digest chain = Digest.ZERO;
            for (long position = 1; position <= 3; position++) {
              Digest batch = tx.putDocument(("{\"b\":" + position + "}").getBytes(UTF_8), Set.of());
              chain = Chain.next(chain, batch);
              peer.append(new FeedLine(position, Samples.id("alpha"), batch, chain));
              peer.stage(new FeedLine(position, Samples.id("beta"), batch, chain));
            }
            return tx;
          });
    }
  }

  private Path blobFile() {
    String hex = BLOB.digest().hex();
    return folder.resolve("blobs").resolve(hex.substring(0, 2)).resolve(hex);
  }

  private void tamper(String... statements) {
    try (Sql sql = Database.connect(folder.resolve("sluice.db"))) {
      sql.execute("PRAGMA foreign_keys = 0");
      for (String statement : statements) {
        sql.execute(statement);
      }
    }
  }

  private List<StoreFault> check(Depth depth) throws Exception {
    Map<String, ByteBuffer> before = files();
    List<StoreFault> faults = StoreCheck.of(folder).run(depth, count -> {});
    assertThat(files()).as("what a check leaves behind").isEqualTo(before);
    return faults;
  }

  private Map<String, ByteBuffer> files() throws IOException {
    var files = new TreeMap<String, ByteBuffer>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(path.toString(), ByteBuffer.wrap(Files.readAllBytes(path)));
      }
    }
    return files;
  }

  private void assertFound(Kind kind, String subject, String found) throws Exception {
    for (Depth depth : Depth.values()) {
      assertThat(check(depth)).containsExactly(new StoreFault(kind, subject, found));
    }
  }

  @Test
  void storeThatNobodyTouched_isWhole() throws Exception {
    assertThat(check(Depth.QUICK)).isEmpty();
    assertThat(check(Depth.FULL)).isEmpty();
  }

  @Test
  void fullCheck_tellsOfAllBytesThatItReads() throws Exception {
    var read = new AtomicLong();
    StoreCheck check = StoreCheck.of(folder);
    check.run(Depth.FULL, read::addAndGet);
    assertThat(read).hasValue(CONTENT.length);
    assertThat(check.blobBytes()).isEqualTo(CONTENT.length);
  }

  @Test
  void flippedBitInABlob_isFoundByTheFullCheckAlone() throws Exception {
    byte[] bytes = Files.readAllBytes(blobFile());
    bytes[3] ^= 1;
    Files.write(blobFile(), bytes);
    assertThat(check(Depth.QUICK)).isEmpty();
    assertThat(check(Depth.FULL))
        .containsExactly(
            new StoreFault(
                Kind.BLOB_DAMAGED, BLOB.digest().hex(), "its bytes have another digest"));
  }

  @Test
  void shortenedBlob_isFound() throws Exception {
    Files.write(blobFile(), "a res".getBytes(UTF_8));
    assertFound(Kind.BLOB_DAMAGED, BLOB.digest().hex(), "its file has 5 bytes instead of 8");
  }

  @Test
  void removedBlob_isFound() throws Exception {
    Files.delete(blobFile());
    assertFound(Kind.BLOB_MISSING, BLOB.digest().hex(), "there is no such file");
  }

  @Test
  void blobOfNobody_isFound_andHarmless() throws Exception {
    Digest other = Digest.of(new byte[1]);
    Path home = Files.createDirectories(folder.resolve("blobs/" + other.hex().substring(0, 2)));
    Files.write(home.resolve(other.hex()), new byte[1]);
    assertFound(Kind.BLOB_UNLISTED, other.hex(), "no write refers to this file");
    assertThat(Kind.BLOB_UNLISTED.isHarmless()).isTrue();
  }

  @Test
  void unfinishedBlob_isFound_andHarmless() throws Exception {
    Files.write(folder.resolve("blobs/incoming/7"), new byte[1]);
    assertFound(Kind.FILE_STRAY, "incoming/7", "this file is no finished blob");
    assertThat(Kind.FILE_STRAY.isHarmless()).isTrue();
  }

  @Test
  void changedDocument_isFound() throws Exception {
    Digest second = Digest.of("{\"b\":2}".getBytes(UTF_8));
    tamper("UPDATE document SET content = CAST('{}' AS BLOB) WHERE digest = x'" + second + "'");
    assertFound(Kind.DOCUMENT_DAMAGED, second.hex(), "its bytes have another digest");
  }

  @Test
  void changedBatchOfTheFeed_isFound() throws Exception {
    tamper(
        "UPDATE feed SET batch = (SELECT batch FROM feed WHERE position = 1) WHERE position = 2");
    assertFound(Kind.FEED_BROKEN, PEER, "the chain hash at position 2 does not fit its batch");
  }

  @Test
  void gapInTheFeed_isFound() throws Exception {
    tamper("DELETE FROM feed WHERE position = 2");
    assertFound(Kind.FEED_BROKEN, PEER, "position 2 is missing");
  }

  @Test
  void feedCutBelowWhatThePeerConfirmed_isFound() throws Exception {
    tamper("UPDATE peer SET acked_position = 3", "DELETE FROM feed WHERE position = 3");
    assertFound(Kind.FEED_BROKEN, PEER, "the peer confirmed position 3, and the feed ends at 2");
  }

  @Test
  void changedChainHashOfTheInbox_isFound() throws Exception {
    tamper("UPDATE inbox SET chain = zeroblob(32) WHERE position = 1");
    assertFound(Kind.INBOX_BROKEN, PEER, "the chain hash at position 1 does not fit its batch");
  }

  @Test
  void inboxWithoutItsEnd_isFound() throws Exception {
    tamper("DELETE FROM inbox WHERE position = 3");
    assertFound(
        Kind.INBOX_BROKEN, PEER, "custody is noted up to position 3, and what is held ends at 2");
  }

  @Test
  void changedAuditEntry_isFound() throws Exception {
    tamper(
        "UPDATE audit SET entry = CAST(replace(CAST(entry AS TEXT), 'ana@', 'bob@') AS BLOB)"
            + " WHERE sequence = 2");
    assertFound(Kind.AUDIT_BROKEN, "entry 2", "changed");
  }

  @Test
  void unreadableObject_isFound() throws Exception {
    tamper("UPDATE object SET content = x'00'");
    assertFound(Kind.OBJECT_DAMAGED, Samples.id("alpha").text(), "its content cannot be read");
  }

  @Test
  void rowThatNamesNothing_isFound() throws Exception {
    tamper("UPDATE document_blob SET digest = zeroblob(32)");
    assertFound(
        Kind.REFERENCE_BROKEN, "document_blob", "a row names one in blob that is not there");
  }

  @Test
  void partThatIsFiledUnderAnotherName_orNotAtAll_isFound() throws Exception {
    tamper("UPDATE part SET name = 'other'");
    String found = "its parts are not those that are filed";
    assertFound(Kind.OBJECT_DAMAGED, Samples.id("alpha").text(), found);
    tamper("DELETE FROM part");
    assertFound(Kind.OBJECT_DAMAGED, Samples.id("alpha").text(), found);
  }

  @Test
  void batchThatIsFiledUnderAnotherRoot_isFound() throws Exception {
    var item = new BatchItem(Samples.id("alpha"), "project", Digest.of(CONTENT), Op.PUT);
    var batch = new Batch(item.object(), item.kind(), List.of(item), new TreeSet<>());
    try (StateStore store = Samples.open(folder)) {
      store.<Void, RuntimeException>write(
          Samples.CHANGED,
          tx -> {
            Digest kept = tx.putDocument(CanonicalJson.write(batch.toJson()), Set.of());
            Digest chain = Chain.next(tx.peer(PEER).chainAt(3).orElseThrow(), kept);
            tx.peer(PEER).append(new FeedLine(4, item.object(), kept, chain));
            return null;
          });
    }
    assertThat(check(Depth.FULL)).isEmpty();
    tamper("UPDATE feed SET root = '" + Samples.id("beta") + "' WHERE position = 4");
    assertFound(Kind.FEED_BROKEN, PEER, "the batch at position 4 is filed under another root");
  }

  @Test
  void droppedTableAndIndex_areFound_andNothingElseIsTried() throws Exception {
    tamper("DROP TABLE released", "DROP INDEX part_by_digest", "CREATE TABLE extra (x)");
    for (Depth depth : Depth.values()) {
      assertThat(check(depth))
          .containsExactly(
              new StoreFault(Kind.DATABASE_DAMAGED, "index part_by_digest", "is not there"),
              new StoreFault(Kind.DATABASE_DAMAGED, "table extra", "was not made by sluice"),
              new StoreFault(Kind.DATABASE_DAMAGED, "table released", "is not there"));
    }
  }

  @Test
  void brokenPage_isFound() throws Exception {
    byte[] bytes = Files.readAllBytes(folder.resolve("sluice.db"));
    int page = ((bytes[16] & 0xff) << 8) | (bytes[17] & 0xff);
    for (int at = page; at < bytes.length; at += page) {
      bytes[at + 3] ^= 0x7f;
    }
    Files.write(folder.resolve("sluice.db"), bytes);
    assertThat(check(Depth.FULL)).extracting(StoreFault::kind).contains(Kind.DATABASE_DAMAGED);
  }

  @Test
  void fileThatIsNoDatabase_isFound() throws Exception {
    byte[] text = "x".repeat(4096).getBytes(UTF_8);
    Files.write(folder.resolve("sluice.db"), text);
    assertThat(check(Depth.FULL)).extracting(StoreFault::kind).contains(Kind.DATABASE_DAMAGED);
  }

  @Test
  void folderWithoutStore_isRefused() {
    assertThatThrownBy(() -> StoreCheck.of(temp))
        .isInstanceOfSatisfying(
            StoreException.class,
            e -> assertThat(e.reason()).isEqualTo(StoreException.Reason.NOT_A_SITE));
  }
}
