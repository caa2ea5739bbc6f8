package dev.sluice.bundle.ssh;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Reads the SSH data types (RFC 4251 section 5) from untrusted bytes, never past their end.
 *
 * <p>Every refusal carries the reason that the reader was made with.
 */
final class WireReader {
  private final ByteBuffer left;
  private final SshException.Reason malformed;

  WireReader(byte[] bytes, SshException.Reason malformed) {
    this.left = ByteBuffer.wrap(bytes);
    this.malformed = malformed;
  }

  /** Exactly these bytes, without a length before them. */
  void literal(byte[] expected, String what) throws SshException {
    if (left.remaining() < expected.length || !Arrays.equals(take(expected.length), expected)) {
      throw refused("the " + what + " is not the expected one");
    }
  }

  int uint32(String what) throws SshException {
    if (left.remaining() < Integer.BYTES) {
      throw refused("the " + what + " is cut off");
    }
    return left.getInt();
  }

  void uint32(int expected, String what) throws SshException {
    if (uint32(what) != expected) {
      throw refused("the " + what + " is not " + expected);
    }
  }

  byte[] string(String what) throws SshException {
    int length = uint32(what);
    if (length < 0 || length > left.remaining()) {
      throw refused("the " + what + " is longer than what is left");
    }
    return take(length);
  }

  /** The next {@code count} bytes, without a length before them. */
  byte[] bytes(int count, String what) throws SshException {
    if (count > left.remaining()) {
      throw refused("the " + what + " is cut off");
    }
    return take(count);
  }

  byte[] string(int length, String what) throws SshException {
    byte[] bytes = string(what);
    if (bytes.length != length) {
      throw refused("the " + what + " has not " + length + " bytes");
    }
    return bytes;
  }

  /** A string to compare with names; each byte becomes one char, so nothing is lost. */
  String name(String what) throws SshException {
    return new String(string(what), ISO_8859_1);
  }

  void name(String expected, String what) throws SshException {
    if (!name(what).equals(expected)) {
      throw refused("the " + what + " is not \"" + expected + "\"");
    }
  }

  WireReader nested(String what) throws SshException {
    return new WireReader(string(what), malformed);
  }

  /** The bytes that were not read yet. */
  byte[] rest() {
    return take(left.remaining());
  }

  void end() throws SshException {
    if (left.hasRemaining()) {
      throw refused("bytes follow where nothing may follow");
    }
  }

  SshException refused(String rule) {
    return new SshException(malformed, rule);
  }

  private byte[] take(int length) {
    byte[] bytes = new byte[length];
    left.get(bytes);
    return bytes;
  }
}
