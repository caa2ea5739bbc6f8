package dev.sluice.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A bundle of the post-quantum suite opened without sluice: the npm package age-encryption, zstd
 * and tar. Runs where {@code sluice.interop} is set; the package is installed by the tests of
 * bundle-format.
 */
@Tag("interop")
class HybridBundleIT {
  @TempDir Path folder;

  @Test
  void bundleOfTheHybridSuite_opensWithTheNpmPackage() throws Exception {
    Path script =
        Path.of("..", "bundle-format", System.getProperty("sluice.interop"), "age.mjs")
            .toAbsolutePath();
    assertThat(script).exists();
    Sites sites = Sites.paired(folder, "mlkem768x25519");
    sites.addDataset("numbers", "[4,5,6]", "[1,2,3]");
    sites.addResearcher();
    sites.submit("sum_of_numbers", "sum.sh", "echo 6 > \"$SLUICE_RESULT\"\n", "numbers");
    sites.low("export", "--out", "stick");
    String identity = Files.readString(sites.path("high/keys/identity-mlkem768x25519.txt")).strip();
    Process process =
        new ProcessBuilder(
                "sh",
                "-ec",
                "node \"$0\" decrypt \"$1\" < index-0001.tar.zst.age | zstd -d | tar tf -",
                script.toString(),
                identity)
            .directory(sites.bundles().get(0).toFile())
            .redirectErrorStream(true)
            .start();
    String listing = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(listing).isZero();
    assertThat(listing).startsWith("contents.json\n").contains("docs/");
  }
}
