package dev.sluice.crossing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.bundle.age.AgeSuite;
import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.testing.TestPair;
import dev.sluice.canonical.Digest;
import dev.sluice.exporter.ExportReport;
import dev.sluice.importer.receive.ImportRefusedException;
import dev.sluice.state.ObjectId;
import dev.sluice.state.PartRef;
import dev.sluice.state.Side;
import dev.sluice.state.StateObject;
import dev.sluice.state.audit.AuditEvent;
import dev.sluice.state.batch.BatchPlanner;
import dev.sluice.state.batch.BatchRefusedException;
import dev.sluice.state.share.Document;
import dev.sluice.state.store.BlobStore;
import dev.sluice.state.store.ObjectFilter;
import dev.sluice.state.store.PeerTransaction;
import dev.sluice.state.store.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A large file that changes a little, between two sites. */
class DeltaCrossingTest {
  private static final int LENGTH = 3 << 19;
  private static final long LITTLE = 3 << 18;
  private static final ObjectId TABLE = ObjectId.named("fl", "table");

  @TempDir Path folder;

  private Site low;
  private Site high;
  private byte[] content = noise(1, LENGTH);
  private int sticks;

  @BeforeEach
  void fileThatBothSidesHave() throws Exception {
    TestPair pair = TestPair.create(AgeSuite.X25519);
    low = Site.create(pair, Direction.LOW_TO_HIGH, folder.resolve("low"));
    high = Site.create(pair, Direction.HIGH_TO_LOW, folder.resolve("high"));
    put(low, content);
    assertThat(carryUp(low).bytes()).isGreaterThan(LENGTH);
    apply(high);
    low.importFrom(high.exportTo(stick()));
  }

  @AfterEach
  void close() throws Exception {
    low.close();
    high.close();
  }

  @Test
  void changedFile_travelsInPart_andComesOutWhole() throws Exception {
    for (int round = 0; round < 3; round++) {
      content = inserted(content, round);
      put(low, content);
      assertThat(carryUp(low).bytes()).isLessThan(LITTLE);
      apply(high);
      assertThat(read(high)).isEqualTo(Digest.of(content));
      low.importFrom(high.exportTo(stick()));
    }
  }

  @Test
  void changeOnTheOtherSide_travelsInPartToo() throws Exception {
    content = inserted(content, 1);
    put(high, content);
    high.decide(high.outgoing(), batch -> true, Verdict.APPROVE);
    ExportReport back = high.exportTo(stick());
    assertThat(back.bytes()).isLessThan(LITTLE);
    assertThat(low.importFrom(back).fresh()).isEqualTo(1);
    low.apply();
    assertThat(read(low)).isEqualTo(Digest.of(content));
  }

  @Test
  void batchThatIsOnlyInCustody_isABaseAlready() throws Exception {
    content = inserted(content, 1);
    put(low, content);
    carryUp(low);
    low.importFrom(high.exportTo(stick()));
    content = inserted(noise(7, LENGTH), 1);
    put(low, content);
    assertThat(carryUp(low).bytes()).isGreaterThan(LENGTH);
    low.importFrom(high.exportTo(stick()));
    content = inserted(content, 2);
    put(low, content);
    assertThat(carryUp(low).bytes()).isLessThan(LITTLE);
    apply(high);
    assertThat(read(high)).isEqualTo(Digest.of(content));
  }

  @Test
  void repeatedBundle_travelsInPartAgain_andABundleMoreIsNothingNew() throws Exception {
    content = inserted(content, 1);
    put(low, content);
    assertThat(low.exportTo(stick()).bytes()).isLessThan(LITTLE);
    ExportReport second = low.exportTo(stick());
    assertThat(second.bytes()).isLessThan(LITTLE);
    assertThat(high.importFrom(second).fresh()).isEqualTo(1);
    assertThat(high.importFrom(low.exportTo(stick())).fresh()).isZero();
    apply(high);
    assertThat(read(high)).isEqualTo(Digest.of(content));
  }

  @Test
  void baseThatIsGone_isANamedRefusal_andTheWholeFileHelps() throws Exception {
    Path base = file(high, content);
    content = inserted(content, 1);
    put(low, content);
    ExportReport bundle = low.exportTo(stick());
    Files.delete(base);
    assertRefused(bundle, ImportRefusedException.Reason.BASE_MISSING);
    assertThat(low.exportWholeTo(stick()).bytes()).isGreaterThan(LENGTH);
  }

  @Test
  void baseThatIsDamaged_neverBecomesAnotherFile() throws Exception {
    Path base = file(high, content);
    byte[] damaged = content.clone();
    content = inserted(content, 1);
    put(low, content);
    ExportReport bundle = low.exportTo(stick());
    damaged[0] ^= 1;
    Files.write(base, damaged);
    assertRefused(bundle, ImportRefusedException.Reason.CONTENT);
    Files.write(base, new byte[10]);
    assertRefused(bundle, ImportRefusedException.Reason.CONTENT);
  }

  @Test
  void privateContentAsABase_isRefusedLikeContentThatIsNowhere() throws Exception {
    byte[] secret = noise(9, LENGTH);
    blob(high, secret);
    assertRefused(builtOn(secret), ImportRefusedException.Reason.BASE_MISSING);
  }

  @Test
  void wrongGuessAsABase_isRefused() throws Exception {
    assertRefused(builtOn(noise(10, LENGTH)), ImportRefusedException.Reason.BASE_MISSING);
  }

  /** A bundle of a low side that builds on what it only guesses the high side to have. */
  private ExportReport builtOn(byte[] guess) throws Exception {
    put(low, guess);
    low.store()
        .<Void, BatchRefusedException>write(
            AuditEvent.of("forge", "mallory"),
            transaction -> {
              Document forged =
                  BatchPlanner.plan(transaction, Site.KINDS, Side.LOW, TABLE).documents().get(0);
              PeerTransaction peer = transaction.peer(low.peer());
              peer.setAgreed(TABLE, forged.bytes());
              peer.addBlob(Digest.of(guess));
              return null;
            });
    put(low, inserted(guess, 1));
    ExportReport bundle = low.exportTo(stick());
    assertThat(bundle.bytes()).isLessThan(LITTLE);
    return bundle;
  }

  private void assertRefused(ExportReport bundle, ImportRefusedException.Reason reason)
      throws Exception {
    var before = high.store().digest();
    assertThatThrownBy(() -> high.importFrom(bundle))
        .isInstanceOfSatisfying(
            ImportRefusedException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    assertThat(high.store().digest()).isEqualTo(before);
  }

  private ExportReport carryUp(Site site) throws Exception {
    ExportReport bundle = site.exportTo(stick());
    high.importFrom(bundle);
    return bundle;
  }

  private static void apply(Site site) throws Exception {
    site.decide(site.staged().listed(), batch -> true, Verdict.APPROVE);
    site.apply();
  }

  private Path stick() {
    return folder.resolve("stick-" + sticks++);
  }

  private static void put(Site site, byte[] content) throws Exception {
    site.edit(table(site).withPart("data.bin", blob(site, content)));
  }

  private static PartRef blob(Site site, byte[] content) throws Exception {
    PartRef blob = site.store().blobs().put(new ByteArrayInputStream(content), content.length);
    site.store().blobs().settle();
    return blob;
  }

  private static StateObject table(Site site) throws Exception {
    return site.store()
        .<StateObject, RuntimeException>read(
            view ->
                view.objects(ObjectFilter.LIVE.ofKind("files"))
                    .findFirst()
                    .orElseGet(
                        () ->
                            StateObject.create(TABLE, "files", "curie@example.org")
                                .with("name", "table")
                                .with("shape", "file")));
  }

  private static Digest read(Site site) throws Exception {
    BlobStore blobs = site.store().blobs();
    try (InputStream in = blobs.open(table(site).parts().get("data.bin").digest())) {
      return Digest.of(in.readAllBytes());
    }
  }

  private Path file(Site site, byte[] content) throws IOException {
    try (var files = Files.walk(folder.resolve(site == low ? "low" : "high"))) {
      return files
          .filter(file -> file.endsWith(Digest.of(content).hex()))
          .findFirst()
          .orElseThrow();
    }
  }

  private static byte[] inserted(byte[] content, int seed) {
    byte[] more = noise(100 + seed, 5000);
    byte[] longer = new byte[content.length + more.length];
    int at = content.length / 2;
    System.arraycopy(content, 0, longer, 0, at);
    System.arraycopy(more, 0, longer, at, more.length);
    System.arraycopy(content, at, longer, at + more.length, content.length - at);
    return longer;
  }

  private static byte[] noise(long seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
