package dev.sluice.bundle.ssh;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The files that {@code ssh-keygen} made, see their README.md. */
final class Vectors {
  static final String FINGERPRINT = "SHA256:Idpqb/Tci04Z2+zv4ySnMZyyogTCEUfS2OhO/Cjq3Xo";

  private Vectors() {}

  static byte[] bytes(String name) {
    try (InputStream in = Vectors.class.getResourceAsStream("/ssh/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(String name) {
    return new String(bytes(name), US_ASCII);
  }
}
