package dev.sluice.bundle.age;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Whole age files in memory, for tests. */
final class AgeFiles {
  static final SecureRandom RANDOM = new SecureRandom();

  private AgeFiles() {}

  static byte[] encrypt(byte[] plain, AgeRecipient... recipients) throws IOException {
    var file = new ByteArrayOutputStream();
    try (OutputStream out = AgeWriter.encrypt(file, List.of(recipients), RANDOM)) {
      out.write(plain);
    }
    return file.toByteArray();
  }

  static byte[] decrypt(byte[] file, AgeIdentity identity) throws IOException {
    return decrypt(file, identity, StanzaPolicy.exactly(identity.recipient().suite(), 1));
  }

  static byte[] decrypt(byte[] file, AgeIdentity identity, StanzaPolicy policy) throws IOException {
    InputStream in = new ByteArrayInputStream(file);
    return AgeReader.decrypt(in, List.of(identity), policy).readAllBytes();
  }

  static byte[] bytes(int length) {
    var bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  static void assertRefused(AgeException.Reason reason, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(AgeException.class)
        .extracting(e -> ((AgeException) e).reason())
        .isEqualTo(reason);
  }
}
