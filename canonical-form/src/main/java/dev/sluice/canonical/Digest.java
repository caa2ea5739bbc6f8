package dev.sluice.canonical;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A SHA-256 digest: the name of exact bytes.
 *
 * <p>Its text form is 64 lower-case hex digits, nothing else; {@link #parse} is total.
 */
public final class Digest implements Comparable<Digest> {
  /** Length in bytes. */
  public static final int LENGTH = 32;

  /** The digest made of zero bytes only; stands for "no predecessor" at the start of a chain. */
  public static final Digest ZERO = new Digest(new byte[LENGTH]);

  private static final HexFormat HEX = HexFormat.of();

  private final byte[] bytes;

  private Digest(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The digest of {@code content}. */
  public static Digest of(byte[] content) {
    return finish(hasher().digest(content));
  }

  /** Takes over 32 raw digest bytes, for instance from {@link #hasher()}. */
  public static Digest finish(byte[] raw) {
    if (raw.length != LENGTH) {
      throw new IllegalArgumentException("a SHA-256 digest has 32 bytes, not " + raw.length);
    }
    return new Digest(raw.clone());
  }

  /**
   * Reads the text form.
   *
   * @throws NotCanonicalException unless {@code text} is 64 lower-case hex digits
   */
  public static Digest parse(String text) throws NotCanonicalException {
    if (text.length() != 2 * LENGTH || !text.chars().allMatch(Digest::isLowerHex)) {
      throw new NotCanonicalException("a digest is 64 lower-case hex digits");
    }
    return new Digest(HEX.parseHex(text));
  }

  /** A fresh SHA-256 computation of the JDK's own provider, the fastest one there. */
  public static MessageDigest hasher() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static boolean isLowerHex(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  }

  /** A copy of the 32 raw bytes. */
  public byte[] toBytes() {
    return bytes.clone();
  }

  /** 64 lower-case hex digits. */
  public String hex() {
    return HEX.formatHex(bytes);
  }

  @Override
  public int compareTo(Digest other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Digest that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return hex();
  }
}
