package dev.sluice.web.guard;

import java.security.SecureRandom;
import java.util.Base64;

/** Random text that nobody guesses. */
final class Secret {
  private static final int BYTES = 32;

  private Secret() {}

  static byte[] bytes(SecureRandom random) {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return bytes;
  }

  /** The same in the letters of URLs and cookies. */
  static String text(SecureRandom random) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(random));
  }
}
