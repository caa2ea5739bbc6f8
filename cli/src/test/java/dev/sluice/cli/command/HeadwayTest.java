package dev.sluice.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.testing.Outcome;
import dev.sluice.cli.testing.TwoSites;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the long steps of a crossing tell of themselves. */
class HeadwayTest {
  private static final Pattern ENDED =
      Pattern.compile(
          "\\{\"bytes_done\":(\\d+).*\"bytes_total\":(\\d+),\"ended\":true.*\"step\":\"(.*)\"}");

  @TempDir Path folder;
  private TwoSites sites;
  private Path stick;

  @BeforeEach
  void makeSites() throws Exception {
    sites = TwoSites.paired(folder);
    stick = Files.createDirectories(folder.resolve("a stick"));
    Path tree = Files.createDirectories(folder.resolve("source/tree"));
    Files.write(tree.resolve("file"), new byte[100_000]);
  }

  private static List<String> steps(Outcome outcome) {
    outcome.exits(ExitCode.OK);
    return ENDED.matcher(outcome.err()).results().map(HeadwayTest::step).toList();
  }

  private static String step(MatchResult ended) {
    long total = Long.parseLong(ended.group(2));
    assertThat(Long.parseLong(ended.group(1))).as(ended.group()).isEqualTo(total).isPositive();
    return ended.group(3);
  }

  private Outcome track(String... more) {
    var words =
        new java.util.ArrayList<>(
            List.of("track", folder.resolve("source").toString(), "--owner", "ana@example.org"));
    words.addAll(List.of(more));
    return sites.low(words.toArray(String[]::new));
  }

  @Test
  void everyLongStep_isToldToItsEnd_onDemand() {
    assertThat(steps(track("--progress", "json"))).containsExactly("Reading files");
    Outcome export = sites.low("export", "--out", stick.toString(), "--progress", "json");
    assertThat(ENDED.matcher(export.exits(ExitCode.OK).err()).results().map(end -> end.group(3)))
        .containsExactly("Sealing", "Writing", "Reading back");
    assertThat(steps(sites.high("verify", stick.toString(), "--progress", "json")))
        .containsExactly("Verifying");
    assertThat(steps(sites.high("import", stick.toString(), "--progress", "json")))
        .containsExactly("Taking in", "Opening");
  }

  @Test
  void pipes_areToldNothingUnasked() {
    assertThat(track().exits(ExitCode.OK).err()).isEmpty();
    assertThat(track("--rescan", "--progress", "never").exits(ExitCode.OK).err()).isEmpty();
    sites.low("export", "--out", stick.toString()).exits(ExitCode.OK);
    assertThat(sites.high("verify", stick.toString()).exits(ExitCode.OK).err()).isEmpty();
  }
}
