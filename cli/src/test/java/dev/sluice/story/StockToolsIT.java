package dev.sluice.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bundles opened, checked and signed with ssh-keygen, sha256sum, age, zstd and tar. */
@Tag("stock")
class StockToolsIT {
  private static final String VERIFY =
      "ssh-keygen -Y verify -f ../../../high/peers/low-lab/allowed_signers -I low-lab"
          + " -n sluice-export.v1@sluice.dev -s SHA256SUMS.export.sig < SHA256SUMS";

  @TempDir Path folder;

  private Sites sites;
  private Path bundle;

  @BeforeEach
  void export() throws Exception {
    sites = Sites.paired(folder, "x25519");
    sites.addDataset("numbers", "[4,5,6]", "[1,2,3]");
    sites.addResearcher();
    sites.submit("sum_of_numbers", "sum.sh", "echo 6 > \"$SLUICE_RESULT\"\n", "numbers");
    sites.low("export", "--out", "stick");
    bundle = sites.bundles().get(0);
  }

  @Test
  void signatureAndSums_areGoodForStockTools() throws Exception {
    assertThat(shell(VERIFY))
        .contains("Good \"sluice-export.v1@sluice.dev\" signature for low-lab");
    assertThat(shell("sha256sum -c --strict SHA256SUMS"))
        .contains("manifest.json: OK", "index-0001.tar.zst.age: OK");
  }

  @Test
  void volumes_openWithAgeZstdAndTar() throws Exception {
    String open = "age -d -i ../../../high/keys/identity-x25519.txt %s | zstd -d | tar %s";
    assertThat(shell(open.formatted("index-0001.tar.zst.age", "tf -")))
        .startsWith("contents.json\n")
        .contains("docs/");
    assertThat(shell(open.formatted("data-0001.tar.zst.age", "tf -")))
        .startsWith("volume.json\n")
        .contains("blobs/");
    assertThat(shell(open.formatted("index-0001.tar.zst.age", "xOf - contents.json")))
        .contains("\"sender\":\"low-lab\"");
  }

  @Test
  void signatureByStockSshKeygen_isAsGood() throws Exception {
    Files.delete(bundle.resolve("SHA256SUMS.export.sig"));
    shell(
        "chmod 600 ../../../low/keys/signing.key && ssh-keygen -Y sign"
            + " -f ../../../low/keys/signing.key -n sluice-export.v1@sluice.dev SHA256SUMS"
            + " && mv SHA256SUMS.sig SHA256SUMS.export.sig");
    sites.guard("verify", bundle.toString()).prints("OK. Nothing was written");
    sites.high("import", bundle.toString()).prints("Took into custody");
  }

  private String shell(String script) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("sh", "-ec", script)
            .directory(bundle.toFile())
            .redirectErrorStream(true)
            .start();
    String output =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }
}
