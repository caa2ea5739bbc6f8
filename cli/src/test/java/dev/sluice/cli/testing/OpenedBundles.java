package dev.sluice.cli.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.sluice.bundle.Trust;
import dev.sluice.bundle.UntrustedBundle;
import dev.sluice.bundle.VerifiedCopy;
import dev.sluice.bundle.age.AgeIdentity;
import dev.sluice.bundle.model.BundleLimits;
import dev.sluice.bundle.model.Contents;
import dev.sluice.bundle.pairing.ConfirmedPairing;
import dev.sluice.bundle.pairing.SignedPairing;
import dev.sluice.state.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The plaintext of bundles, opened with the keys of both sides: the sites {@code low-lab} in {@code
 * low} and {@code high-lab} in {@code high}, whose keys have no passphrase.
 */
public final class OpenedBundles {
  private final ConfirmedPairing pairing;
  private final List<AgeIdentity> identities = new ArrayList<>();

  /**
   * Takes the keys of two sites.
   *
   * @param sites the folder that both sites are in
   */
  public OpenedBundles(Path sites, String suite) throws Exception {
    byte[] signed = Files.readAllBytes(sites.resolve("low/peers/high-lab/pairing.json"));
    pairing = SignedPairing.parse(signed).confirmed().orElseThrow();
    for (String site : List.of("low", "high")) {
      Path file = sites.resolve(site).resolve("keys/identity-" + suite + ".txt");
      identities.add(AgeIdentity.parse(Files.readString(file, US_ASCII).strip()));
    }
  }

  /** Takes the decrypted files of a bundle: its entries in order, then the table of contents. */
  public interface Reader {
    void read(String where, byte[] content) throws IOException;
  }

  /**
   * Lets {@code reader} read all that the bundles on {@code stick} hold.
   *
   * @return how many entries there were
   */
  public int read(Path stick, Reader reader) throws Exception {
    int entries = 0;
    for (Path bundle : bundles(stick)) {
      entries += open(bundle, reader);
    }
    return entries;
  }

  private static List<Path> bundles(Path stick) throws IOException {
    try (Stream<Path> bundles = Files.list(stick.resolve("SLUICE"))) {
      return bundles.sorted().toList();
    }
  }

  private int open(Path bundle, Reader reader) throws Exception {
    Path staging = Files.createTempDirectory("sluice-opened");
    var copy =
        VerifiedCopy.take(
            UntrustedBundle.at(bundle, BundleLimits.STANDARD),
            Trust.ofGuard(List.of(pairing)),
            staging);
    String name = String.valueOf(bundle.getFileName());
    Contents contents =
        copy.open(
            identities,
            (entry, bytes, content) ->
                reader.read(name + "/" + entry.text(), content.readAllBytes()));
    reader.read(name + "/contents.json", contents.bytes());
    PrivateFiles.clear(staging);
    return contents.entries().size();
  }
}
