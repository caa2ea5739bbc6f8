package dev.sluice.bundle.model;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.sluice.canonical.Digest;
import dev.sluice.canonical.NotCanonicalException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code SHA256SUMS}: the root of a bundle and the exact bytes that are signed.
 *
 * <p>Lines of digest, two spaces, name, line feed, as {@code sha256sum} writes them: first {@code
 * HOW-TO-OPEN.txt}, then {@code manifest.json}, then the volumes in the manifest's order.
 */
public final class Sums {
  /** Name of the file on the medium. */
  public static final String FILE = "SHA256SUMS";

  /** Name of the instructions for people without this program. */
  public static final String HOW_TO_OPEN = "HOW-TO-OPEN.txt";

  /** Name of the routing data. */
  public static final String MANIFEST = "manifest.json";

  private final Map<String, Digest> digests;

  private Sums(Map<String, Digest> digests) {
    this.digests = Collections.unmodifiableMap(new LinkedHashMap<>(digests));
  }

  /** The sums of {@code digests}, in iteration order. */
  public static Sums of(Map<String, Digest> digests) {
    return new Sums(digests);
  }

  /** Digest by file name, in file order. */
  public Map<String, Digest> digests() {
    return digests;
  }

  /** The file's bytes. */
  public byte[] bytes() {
    var text = new StringBuilder();
    digests.forEach(
        (name, digest) -> text.append(digest.hex()).append("  ").append(name).append('\n'));
    return text.toString().getBytes(US_ASCII);
  }

  /**
   * Reads the file.
   *
   * @throws BundleRejectedException SUMS_FORM unless the bytes are exactly what {@link #bytes}
   *     would write for known names
   */
  public static Sums parse(byte[] bytes) throws BundleRejectedException {
    var digests = new LinkedHashMap<String, Digest>();
    for (String line : new String(bytes, US_ASCII).split("\n", -1)) {
      if (!line.isEmpty()) {
        digests.put(name(line, digests.size()), digest(line));
      }
    }
    var sums = new Sums(digests);
    if (digests.size() < 3 || !Arrays.equals(bytes, sums.bytes())) {
      throw refused("SHA256SUMS is not in its one legal form");
    }
    return sums;
  }

  private static String name(String line, int position) throws BundleRejectedException {
    if (line.length() < 2 * Digest.LENGTH + 3) {
      throw refused("SHA256SUMS has a line that is too short");
    }
    String name = line.substring(2 * Digest.LENGTH + 2);
    boolean expected =
        switch (position) {
          case 0 -> name.equals(HOW_TO_OPEN);
          case 1 -> name.equals(MANIFEST);
          default -> VolumeName.parse(name).isPresent();
        };
    if (!expected) {
      throw refused("SHA256SUMS lists a name that does not belong there");
    }
    return name;
  }

  private static Digest digest(String line) throws BundleRejectedException {
    try {
      return Digest.parse(line.substring(0, 2 * Digest.LENGTH));
    } catch (NotCanonicalException e) {
      throw refused("SHA256SUMS has a line without a digest");
    }
  }

  private static BundleRejectedException refused(String sentence) {
    return new BundleRejectedException(RejectionReason.SUMS_FORM, FILE, sentence);
  }
}
