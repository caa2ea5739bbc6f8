package dev.sluice.bundle.age;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * The readable first part of an age file, which anyone can parse without a key.
 *
 * <p>What it says is alleged until somebody with an identity has checked its MAC; even so it is the
 * only header under which the file can open, so a guard may judge it.
 */
public final class AgeHeader {
  /** The longest header that is read, in bytes. */
  public static final int MAX_LENGTH = 64 * 1024;

  /** The most stanzas that a header may have. */
  public static final int MAX_STANZAS = 16;

  static final String VERSION_LINE = "age-encryption.org/v1";
  static final String MAC_MARK = "---";

  private final List<Stanza> stanzas;
  private final byte[] bytes;
  private final int covered;
  private final byte[] mac;

  AgeHeader(List<Stanza> stanzas, byte[] bytes, int covered, byte[] mac) {
    this.stanzas = List.copyOf(stanzas);
    this.bytes = bytes;
    this.covered = covered;
    this.mac = mac;
  }

  /**
   * Reads a header and leaves {@code source} at the first byte after it. Reads byte by byte, so
   * {@code source} should be buffered.
   *
   * @throws AgeException HEADER if the grammar is broken, a limit is exceeded, or an scrypt stanza
   *     is not alone
   */
  public static AgeHeader read(InputStream source) throws IOException {
    return new HeaderParser(source).parse();
  }

  /** The stanza types in the order of the file, as spelt there: at least one. */
  public List<String> stanzaTypes() {
    return stanzas.stream().map(Stanza::type).toList();
  }

  /** How many bytes of the file the header takes. */
  public int length() {
    return bytes.length;
  }

  /**
   * The length of the plaintext in a file of {@code fileLength} bytes with this header; empty if no
   * age file has that length.
   */
  public OptionalLong plainLength(long fileLength) {
    return Chunks.plainLength(fileLength - bytes.length - Chunks.PAYLOAD_NONCE_LENGTH);
  }

  List<Stanza> stanzas() {
    return stanzas;
  }

  byte[] bytes() {
    return bytes.clone();
  }

  /** Refuses the header unless whoever made it knew {@code key}. */
  void verify(FileKey key) throws AgeException {
    byte[] expected = key.headerMac(Arrays.copyOf(bytes, covered));
    if (!MessageDigest.isEqual(expected, mac)) {
      throw new AgeException(
          AgeException.Reason.HMAC, "the age header was changed after it was written");
    }
  }
}
