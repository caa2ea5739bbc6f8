package dev.sluice.bundle.age;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Seals small secrets, such as key files, with a passphrase: an age file with one scrypt stanza, as
 * {@code age -p} makes it. The passphrase is used in UTF-8, as typed.
 */
public final class PassphraseSeal {
  private static final int MAX_BYTES_PER_CHAR = 3;

  private PassphraseSeal() {}

  /**
   * Seals {@code plain} with work factor 2<sup>16</sup>.
   *
   * @throws AgeException KEY if the passphrase is empty or not text
   */
  public static byte[] seal(byte[] plain, char[] passphrase, SecureRandom random)
      throws AgeException {
    byte[] password = utf8(passphrase);
    try {
      FileKey key = FileKey.random(random);
      List<Stanza> stanzas = List.of(ScryptWrap.wrap(key, password, random));
      return write(plain, key, stanzas, random);
    } finally {
      Arrays.fill(password, (byte) 0);
    }
  }

  /**
   * Opens what {@link #seal} or {@code age -p} made, up to work factor 2<sup>20</sup>, which takes
   * 1 GiB of memory.
   *
   * @throws AgeException WRONG_PASSPHRASE if it is not the one; NO_MATCH if the file was not sealed
   *     with a passphrase; any other reason but STANZA_POLICY for a damaged file
   */
  public static byte[] open(byte[] sealed, char[] passphrase) throws AgeException {
    byte[] password = utf8(passphrase);
    try {
      return read(sealed, stanza -> unwrap(stanza, password));
    } finally {
      Arrays.fill(password, (byte) 0);
    }
  }

  private static Optional<FileKey> unwrap(Stanza stanza, byte[] password) throws AgeException {
    Optional<FileKey> key = ScryptWrap.unwrap(stanza, password);
    if (key.isEmpty() && stanza.type().equals(ScryptWrap.TYPE)) {
      throw new AgeException(AgeException.Reason.WRONG_PASSPHRASE, "the passphrase is wrong");
    }
    return key;
  }

  private static byte[] read(byte[] sealed, AgeReader.Opener opener) throws AgeException {
    try {
      return AgeReader.open(new ByteArrayInputStream(sealed), List.of(opener), StanzaPolicy.any())
          .readAllBytes();
    } catch (AgeException e) {
      throw e;
    } catch (IOException e) {
      throw new IllegalStateException("memory does not fail to be read", e);
    }
  }

  private static byte[] write(
      byte[] plain, FileKey key, List<Stanza> stanzas, SecureRandom random) {
    var sealed = new ByteArrayOutputStream();
    try (OutputStream out = AgeWriter.encrypt(sealed, key, stanzas, random)) {
      out.write(plain);
    } catch (IOException e) {
      throw new IllegalStateException("memory does not fail to be written", e);
    }
    return sealed.toByteArray();
  }

  private static byte[] utf8(char[] passphrase) throws AgeException {
    if (passphrase.length == 0) {
      throw new AgeException(AgeException.Reason.KEY, "the passphrase is empty");
    }
    var encoded = ByteBuffer.allocate(passphrase.length * MAX_BYTES_PER_CHAR);
    CoderResult result =
        StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(passphrase), encoded, true);
    byte[] bytes = Arrays.copyOf(encoded.array(), encoded.position());
    Arrays.fill(encoded.array(), (byte) 0);
    if (result.isError()) {
      throw new AgeException(AgeException.Reason.KEY, "the passphrase is not Unicode text");
    }
    return bytes;
  }
}
