package dev.sluice.bundle.age;

import dev.sluice.bundle.crypto.Scrypt;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The scrypt stanza: a salt and a work factor as its arguments. */
final class ScryptWrap {
  static final String TYPE = "scrypt";

  /** Written: 64 MiB of memory and a fraction of a second. */
  static final int WORK_FACTOR = 16;

  /** The most that is accepted: 1 GiB of memory. */
  static final int MAX_WORK_FACTOR = 20;

  private static final byte[] LABEL =
      "age-encryption.org/v1/scrypt".getBytes(StandardCharsets.US_ASCII);
  private static final int SALT_LENGTH = 16;
  private static final Pattern DECIMAL = Pattern.compile("[1-9][0-9]?");

  private ScryptWrap() {}

  static Stanza wrap(FileKey key, byte[] passphrase, SecureRandom random) {
    var salt = new byte[SALT_LENGTH];
    random.nextBytes(salt);
    byte[] wrapKey = Scrypt.key(passphrase, labelled(salt), WORK_FACTOR);
    return new Stanza(
        TYPE,
        List.of(StrictBase64.encode(salt), Integer.toString(WORK_FACTOR)),
        key.wrappedUnder(wrapKey));
  }

  /** The file key, or empty if {@code stanza} is of another type or the passphrase is wrong. */
  static Optional<FileKey> unwrap(Stanza stanza, byte[] passphrase) throws AgeException {
    if (!stanza.type().equals(TYPE)) {
      return Optional.empty();
    }
    List<String> arguments = stanza.arguments(2);
    byte[] salt = stanza.bytes(arguments.get(0), SALT_LENGTH);
    int workFactor = workFactor(stanza, arguments.get(1));
    byte[] body = stanza.wrappedFileKey();
    return FileKey.unwrap(Scrypt.key(passphrase, labelled(salt), workFactor), body);
  }

  private static int workFactor(Stanza stanza, String text) throws AgeException {
    if (!DECIMAL.matcher(text).matches() || Integer.parseInt(text) > MAX_WORK_FACTOR) {
      throw stanza.refused("has a work factor that is not between 1 and " + MAX_WORK_FACTOR);
    }
    return Integer.parseInt(text);
  }

  private static byte[] labelled(byte[] salt) {
    var labelled = new byte[LABEL.length + salt.length];
    System.arraycopy(LABEL, 0, labelled, 0, LABEL.length);
    System.arraycopy(salt, 0, labelled, LABEL.length, salt.length);
    return labelled;
  }
}
