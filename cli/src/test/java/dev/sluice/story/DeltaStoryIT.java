package dev.sluice.story;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.Json;
import dev.sluice.canonical.JsonLimits;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table of 64 MiB crosses; then 1 MiB is put into its middle, and it crosses again. */
@Tag("stock")
class DeltaStoryIT {
  private static final long MEBIBYTE = 1 << 20;
  private static final String OPEN =
      "age -d -i ../high/keys/identity-x25519.txt %s/%s-0001.tar.zst.age | zstd -d | tar -xf -";

  @TempDir Path folder;

  private Sites sites;
  private Path bundle;

  @BeforeEach
  void exportOfTheChange() throws Exception {
    sites = Sites.paired(folder, "x25519");
    Path table = Files.createDirectory(folder.resolve("tables")).resolve("table.csv");
    write(table, 0);
    sites.low("track", "tables", "--owner", Sites.CURIE);
    sites.low("export", "--out", "stick");
    sites.high("import", sites.bundles().get(0).toString());
    sites.high("approve", "--all-undecided");
    sites.high("apply", "--yes");
    Files.createDirectory(folder.resolve("back"));
    sites.high("export", "--out", "back");
    sites.low("import", "back");
    write(table, MEBIBYTE);
    sites.low("track", "tables", "--owner", Sites.CURIE);
    sites.low("export", "--out", "stick");
    bundle = sites.bundles().get(1);
  }

  @Test
  void mebibyteInTheMiddle_costsOne_withSluiceAndWithStockTools() throws Exception {
    assertThat(size(bundle)).isLessThan(2 * MEBIBYTE);
    Files.createDirectory(folder.resolve("opened"));
    shell(OPEN.formatted("../" + folder.relativize(bundle), "index"));
    shell(OPEN.formatted("../" + folder.relativize(bundle), "data"));
    Json.Obj recipe = recipe();
    shell(script(recipe));
    assertThat(shell("sha256sum made")).startsWith(Sites.text(recipe, "blob"));
    shell("cmp made ../tables/table.csv");
    sites.high("import", bundle.toString());
    sites.high("approve", "--all-undecided");
    sites.high("apply", "--yes");
    sites.high("files", "checkout", "table.csv", "written");
    shell("cmp ../written/table.csv ../tables/table.csv");
  }

  /** What docs/format.md tells a person to type. */
  private static String script(Json.Obj recipe) {
    var script = new StringBuilder();
    long fresh = 0;
    for (Json piece : ((Json.Arr) recipe.fields().get("pieces")).items()) {
      var fields = ((Json.Obj) piece).fields();
      long bytes = ((Json.Int) fields.get("bytes")).value();
      if (fields.containsKey("base")) {
        String base = Sites.text(piece, "base");
        String file = "../high/store/blobs/" + base.substring(0, 2) + "/" + base;
        long offset = ((Json.Int) fields.get("offset")).value();
        script.append("tail -c +%d %s | head -c %d >> made\n".formatted(offset + 1, file, bytes));
      } else {
        String file = "fresh/" + Sites.text(recipe, "fresh");
        script.append("tail -c +%d %s | head -c %d >> made\n".formatted(fresh + 1, file, bytes));
        fresh += bytes;
      }
    }
    return script.toString();
  }

  private Json.Obj recipe() throws Exception {
    byte[] contents = Files.readAllBytes(folder.resolve("opened/contents.json"));
    Json.Obj table = CanonicalJson.parseObject(contents, JsonLimits.CONTENTS);
    return (Json.Obj) ((Json.Arr) table.fields().get("recipes")).items().get(0);
  }

  /** Writes the table, with {@code more} bytes in its middle. */
  private static void write(Path table, long more) throws IOException {
    try (OutputStream out = Files.newOutputStream(table)) {
      rows(out, 1, 32 * MEBIBYTE);
      rows(out, 2, more);
      rows(out, 3, 32 * MEBIBYTE);
    }
  }

  private static void rows(OutputStream out, long seed, long bytes) throws IOException {
    var random = new Random(seed);
    long left = bytes;
    while (left > 0) {
      byte[] row = "%016x,%d\n".formatted(random.nextLong(), left).getBytes(US_ASCII);
      int count = (int) Math.min(left, row.length);
      out.write(row, 0, count);
      left -= count;
    }
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private String shell(String script) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("sh", "-ec", script)
            .directory(folder.resolve("opened").toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }
}
