package dev.sluice.datasite;

import static dev.sluice.datasite.TestSite.ANA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.canonical.Digest;
import dev.sluice.datasite.Scan.Extent;
import dev.sluice.state.PartRef;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which files a second look at a folder reads. */
class TrackingTest extends SiteTest {
  private static final Duration LATER = Duration.ofMinutes(1);

  private Path tree;
  private long planned;
  private long done;

  @BeforeEach
  void makeTree() throws Exception {
    tree = Files.createDirectories(low.folder.resolve("tracked/tree"));
    write("a", "first");
    write("b", "second");
  }

  private void write(String name, String content) throws Exception {
    Files.writeString(tree.resolve(name), content);
  }

  private SortedMap<String, PartRef> track(Instant begun, Extent extent) throws Exception {
    planned = 0;
    done = 0;
    var scan =
        new Scan(
            begun,
            extent,
            new Scan.Headway() {
              @Override
              public void planned(long bytes) {
                planned += bytes;
              }

              @Override
              public void done(long bytes) {
                done += bytes;
              }
            });
    var trees = new FileTrees(low.site).track(tree.getParent(), ANA, scan).trees();
    assertThat(done).isEqualTo(planned);
    return trees.get(0).files();
  }

  /** As if the files had been left alone for a while. */
  private SortedMap<String, PartRef> trackLater() throws Exception {
    return track(Instant.now().plus(LATER), Extent.CHANGED);
  }

  private SortedMap<String, PartRef> actual() throws Exception {
    var actual = new TreeMap<String, PartRef>();
    try (var files = Files.list(tree)) {
      for (Path file : files.toList()) {
        byte[] bytes = Files.readAllBytes(file);
        actual.put(file.getFileName().toString(), new PartRef(Digest.of(bytes), bytes.length));
      }
    }
    return actual;
  }

  @Test
  void fileThatLooksAsBefore_isNotReadAgain() throws Exception {
    assertThat(trackLater()).isEqualTo(actual());
    assertThat(done).isEqualTo("firstsecond".length());
    assertThat(trackLater()).isEqualTo(actual());
    assertThat(done).isZero();
  }

  @Test
  void rescan_readsAll() throws Exception {
    trackLater();
    assertThat(track(Instant.now().plus(LATER), Extent.ALL)).isEqualTo(actual());
    assertThat(done).isEqualTo("firstsecond".length());
  }

  @Test
  void onlyTheChangedFile_isRead() throws Exception {
    trackLater();
    write("b", "third!");
    assertThat(trackLater()).isEqualTo(actual());
    assertThat(done).isEqualTo("third!".length());
  }

  @Test
  void changeOfEqualLengthWithTheTimeSetBack_isSeen() throws Exception {
    trackLater();
    FileTime before = Files.getLastModifiedTime(tree.resolve("a"));
    write("a", "FIRST");
    Files.setLastModifiedTime(tree.resolve("a"), before);
    assertThat(trackLater()).isEqualTo(actual());
    assertThat(done).isEqualTo("FIRST".length());
  }

  @Test
  void fileThatTakesTheNameOfAnother_isRead() throws Exception {
    FileTime time = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
    write("other", "FIRST");
    Files.setLastModifiedTime(tree.resolve("a"), time);
    Files.setLastModifiedTime(tree.resolve("other"), time);
    trackLater();
    Files.move(tree.resolve("other"), tree.resolve("a"), StandardCopyOption.REPLACE_EXISTING);
    assertThat(trackLater()).isEqualTo(actual());
  }

  @Test
  void fileWrittenJustBeforeTheScan_isReadAgainByTheNext() throws Exception {
    track(Instant.now(), Extent.CHANGED);
    assertThat(trackLater()).isEqualTo(actual());
    assertThat(done).isEqualTo("firstsecond".length());
    trackLater();
    assertThat(done).isZero();
  }

  @Test
  void oneFileChangedAgainAndAgainAtOnce_isNeverTakenForUnchanged() throws Exception {
    var random = new Random(5);
    try (var file = new RandomAccessFile(tree.resolve("a").toFile(), "rw")) {
      for (int i = 0; i < 150; i++) {
        file.seek(random.nextInt(5));
        file.write('A' + random.nextInt(26));
        assertThat(track(Instant.now(), Extent.CHANGED)).isEqualTo(actual());
      }
    }
  }

  @Test
  void fileThatComesBackAfterItsDeletion_isRead() throws Exception {
    trackLater();
    Files.move(tree.resolve("a"), low.folder.resolve("aside"));
    assertThat(trackLater()).isEqualTo(actual());
    Files.move(low.folder.resolve("aside"), tree.resolve("a"));
    assertThat(trackLater()).isEqualTo(actual());
    assertThat(done).isEqualTo("first".length());
  }

  @Test
  void largeFolder_isTakenInWhole() throws Exception {
    for (int i = 0; i < 300; i++) {
      write("f" + i, Integer.toString(i % 200));
    }
    assertThat(trackLater()).isEqualTo(actual());
    trackLater();
    assertThat(done).isZero();
    assertThat(low.site.open(actual().get("f150")))
        .hasBinaryContent("150".getBytes(StandardCharsets.UTF_8));
  }
}
