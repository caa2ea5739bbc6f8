package dev.sluice.story;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.bundle.Trust;
import dev.sluice.bundle.UntrustedBundle;
import dev.sluice.bundle.VerifiedCopy;
import dev.sluice.bundle.age.AgeIdentity;
import dev.sluice.bundle.model.BundleLimits;
import dev.sluice.bundle.pairing.SignedPairing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Looks for private text, raw and in the usual encodings, also inside opened bundles. */
final class LeakSearch {
  private final List<String> needles = new ArrayList<>();

  LeakSearch(String... canaries) {
    for (String canary : canaries) {
      byte[] bytes = canary.getBytes(UTF_8);
      needles.add(canary);
      needles.add(HexFormat.of().formatHex(bytes));
      needles.add(new String(canary.getBytes(UTF_16LE), ISO_8859_1));
      needles.add(new String(canary.getBytes(UTF_16BE), ISO_8859_1));
      for (int shift = 0; shift < 3; shift++) {
        needles.add(base64(bytes, shift));
      }
    }
  }

  /** The part of a base64 text that any surroundings leave the same. */
  private static String base64(byte[] bytes, int shift) {
    byte[] shifted = new byte[bytes.length + shift];
    System.arraycopy(bytes, 0, shifted, shift, bytes.length);
    String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
    return text.substring(shift == 0 ? 0 : shift + 1, text.length() - 2);
  }

  void assertAbsentFrom(Path... folders) throws IOException {
    for (Path folder : folders) {
      if (Files.exists(folder)) {
        try (Stream<Path> files = Files.walk(folder)) {
          for (Path file : files.filter(Files::isRegularFile).toList()) {
            assertAbsent(file.toString(), Files.readAllBytes(file));
          }
        }
      }
    }
  }

  /** Opens every bundle on the stick with both sides' keys and looks inside. */
  void assertAbsentFromOpened(Sites sites, String suite) throws Exception {
    var pairing =
        SignedPairing.parse(Files.readAllBytes(sites.path("low/peers/high-lab/pairing.json")))
            .confirmed()
            .orElseThrow();
    var identities = new ArrayList<AgeIdentity>();
    for (String site : List.of("low", "high")) {
      Path file = sites.path(site + "/keys/identity-" + suite + ".txt");
      identities.add(AgeIdentity.parse(Files.readString(file, US_ASCII).strip()));
    }
    List<Path> bundles = sites.bundles();
    assertThat(bundles).hasSizeGreaterThan(1);
    for (Path folder : bundles) {
      Path staging = Files.createDirectory(sites.path("opened-" + folder.getFileName()));
      var copy =
          VerifiedCopy.take(
              UntrustedBundle.at(folder, BundleLimits.STANDARD),
              Trust.ofGuard(List.of(pairing)),
              staging);
      var seen = new ArrayList<String>();
      var contents =
          copy.open(
              identities,
              (name, bytes, content) -> {
                assertAbsent(folder + " " + name, content.readAllBytes());
                seen.add(name.text());
              });
      assertAbsent("contents of " + folder, contents.bytes());
      assertThat(seen).isNotEmpty();
    }
  }

  private void assertAbsent(String where, byte[] content) {
    String text = new String(content, ISO_8859_1);
    for (String needle : needles) {
      assertThat(text.contains(needle)).as("%s holds %s", where, needle).isFalse();
    }
  }
}
