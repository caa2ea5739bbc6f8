package dev.sluice.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.testing.Outcome;
import dev.sluice.cli.testing.TwoSites;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder on the low side, and what becomes of it on the high side. */
class TrackCommandTest {
  private static final String OWNER = "ana@example.org";

  @TempDir Path folder;
  private TwoSites sites;
  private Path source;
  private Path target;

  @BeforeEach
  void lowTracksAFolder() throws Exception {
    sites = TwoSites.paired(folder);
    source = folder.resolve("source");
    target = folder.resolve("target");
    write("packages/a/one.txt", "first\n");
    write("packages/b.txt", "second\n");
    write("readme.txt", "about\n");
    track().exits(ExitCode.OK).prints("packages", "readme.txt");
  }

  private void write(String path, String content) throws Exception {
    Path file = source.resolve(path).normalize();
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private Outcome track() {
    return sites.low("track", source.toString(), "--kind", "files", "--owner", OWNER);
  }

  private void cross() throws Exception {
    sites.carryUp();
    sites.high("approve", "--all-undecided").exits(ExitCode.OK);
    sites.high("apply", "--yes").exits(ExitCode.OK);
  }

  private void checkOut(String name) {
    sites
        .high("files", "checkout", name, target.toString(), "--replace")
        .exits(ExitCode.OK)
        .prints("Wrote ");
  }

  private List<String> written() throws Exception {
    try (Stream<Path> files = Files.walk(target)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> target.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void treesCross_oneBatchEach_andAreWrittenWhole() throws Exception {
    sites.low("batch", "list", "--outgoing").prints("packages", "readme.txt");
    cross();
    sites.high("files", "show", "packages").prints("a/one.txt", "b.txt");
    checkOut("packages");
    checkOut("readme.txt");
    assertThat(written()).containsExactly("packages/a/one.txt", "packages/b.txt", "readme.txt");
    assertThat(target.resolve("packages/a/one.txt")).hasContent("first\n");
  }

  @Test
  void changeRenameAndDeletion_areReviewedAndApplied() throws Exception {
    cross();
    checkOut("packages");
    write("packages/b.txt", "changed\n");
    Files.move(source.resolve("packages/a/one.txt"), source.resolve("packages/a/two.txt"));
    Files.delete(source.resolve("readme.txt"));
    track().prints("Gone: readme.txt");
    sites.carryUp();
    sites.high("diff").prints("a/one.txt", "a/two.txt", "changed", "  - files");
    cross();
    checkOut("packages");
    assertThat(written()).containsExactly("packages/a/two.txt", "packages/b.txt");
    assertThat(target.resolve("packages/b.txt")).hasContent("changed\n");
    sites.high("files", "list").neverSays("readme.txt");
  }

  @Test
  void unchangedFolder_hasNothingToSend() throws Exception {
    cross();
    track().exits(ExitCode.OK);
    sites.low("batch", "list", "--outgoing").neverSays("packages");
  }

  @Test
  void rescan_recordsTheSame() throws Exception {
    cross();
    sites.low("track", source.toString(), "--owner", OWNER, "--rescan").exits(ExitCode.OK);
    sites.low("batch", "list", "--outgoing").neverSays("packages");
    write("packages/b.txt", "SECOND\n");
    sites.low("track", source.toString(), "--owner", OWNER, "--rescan").exits(ExitCode.OK);
    sites.low("batch", "list", "--outgoing").prints("packages");
  }

  @Test
  void whatIsThere_staysUnlessReplaced_andNothingIsLeftBeside() throws Exception {
    cross();
    write("../target/packages/mine.txt", "mine\n");
    sites
        .high("files", "checkout", "packages", target.toString())
        .exits(ExitCode.USAGE)
        .reports("is there already");
    assertThat(written()).containsExactly("packages/mine.txt");
    checkOut("packages");
    assertThat(written()).containsExactly("packages/a/one.txt", "packages/b.txt");
    try (Stream<Path> left = Files.list(target)) {
      assertThat(left).containsExactly(target.resolve("packages"));
    }
  }

  @Test
  void linksAndHostileNames_areNotTracked() throws Exception {
    Path link = source.resolve("packages/link");
    Files.createSymbolicLink(link, Path.of("/etc/passwd"));
    track().exits(ExitCode.USAGE).reports("is a link");
    Files.delete(link);
    write("packages/con.txt", "");
    track().exits(ExitCode.USAGE).reports("every system can keep");
    Files.delete(source.resolve("packages/con.txt"));
    write("packages/B.txt", "");
    track().exits(ExitCode.USAGE).reports("would be one on some systems");
  }
}
