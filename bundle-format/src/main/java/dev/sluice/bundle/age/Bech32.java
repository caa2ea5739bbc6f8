package dev.sluice.bundle.age;

import java.io.ByteArrayOutputStream;
import java.util.Locale;

/**
 * Bech32 (BIP 173) over whole bytes and without the limit of 90 characters, as age uses it.
 *
 * <p>Beyond that limit the checksum still catches slips of the pen, though not with certainty.
 */
final class Bech32 {
  private static final String ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  private static final int[] GENERATOR = {
    0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3
  };
  private static final int CHECKSUM_LENGTH = 6;
  private static final int MAX_LENGTH = 4096;

  private final String prefix;
  private final byte[] data;

  private Bech32(String prefix, byte[] data) {
    this.prefix = prefix;
    this.data = data;
  }

  /** The human-readable part, in the case of the text. */
  String prefix() {
    return prefix;
  }

  byte[] data() {
    return data.clone();
  }

  /** The text in the case of {@code prefix}, which has to be either upper or lower. */
  static String encode(String prefix, byte[] data) {
    String lower = prefix.toLowerCase(Locale.ROOT);
    byte[] values = toFiveBits(data);
    var text = new StringBuilder(lower).append('1');
    for (byte value : values) {
      text.append(ALPHABET.charAt(value));
    }
    int checksum = polymod(lower, values, new byte[CHECKSUM_LENGTH]) ^ 1;
    for (int i = CHECKSUM_LENGTH - 1; i >= 0; i--) {
      text.append(ALPHABET.charAt((checksum >>> (5 * i)) & 31));
    }
    return lower.equals(prefix) ? text.toString() : text.toString().toUpperCase(Locale.ROOT);
  }

  /**
   * @throws AgeException KEY if {@code text} mixes cases, has a foreign character, a wrong checksum
   *     or bits that do not belong to a whole byte
   */
  static Bech32 decode(String text) throws AgeException {
    String lower = text.toLowerCase(Locale.ROOT);
    if (!text.equals(lower) && !text.equals(text.toUpperCase(Locale.ROOT))) {
      throw refused("mixes upper and lower case");
    }
    int separator = lower.lastIndexOf('1');
    if (text.length() > MAX_LENGTH
        || separator < 1
        || lower.length() - separator - 1 < CHECKSUM_LENGTH) {
      throw refused("does not have the length of one");
    }
    if (!lower.chars().allMatch(c -> c >= 33 && c <= 126)) {
      throw refused("has a character that is not printable ASCII");
    }
    byte[] values = values(lower.substring(separator + 1));
    if (polymod(lower.substring(0, separator), values, new byte[0]) != 1) {
      throw refused("has a wrong checksum: a character was lost or changed");
    }
    return new Bech32(text.substring(0, separator), toBytes(values));
  }

  private static byte[] values(String encoded) throws AgeException {
    var values = new byte[encoded.length()];
    for (int i = 0; i < values.length; i++) {
      int value = ALPHABET.indexOf(encoded.charAt(i));
      if (value < 0) {
        throw refused("has a character that is not in the Bech32 alphabet");
      }
      values[i] = (byte) value;
    }
    return values;
  }

  private static byte[] toFiveBits(byte[] data) {
    var values = new byte[(data.length * 8 + 4) / 5];
    for (int bit = 0; bit < data.length * 8; bit++) {
      int set = (data[bit / 8] >>> (7 - bit % 8)) & 1;
      values[bit / 5] |= (byte) (set << (4 - bit % 5));
    }
    return values;
  }

  private static byte[] toBytes(byte[] values) throws AgeException {
    var bytes = new ByteArrayOutputStream();
    int pending = 0;
    int bits = 0;
    for (int i = 0; i < values.length - CHECKSUM_LENGTH; i++) {
      pending = (pending << 5 | values[i]) & 0xfff;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes.write(pending >>> bits);
      }
    }
    if (bits >= 5 || (pending & ((1 << bits) - 1)) != 0) {
      throw refused("does not end at a whole byte");
    }
    return bytes.toByteArray();
  }

  private static int polymod(String prefix, byte[] values, byte[] more) {
    int state = 1;
    for (int i = 0; i < prefix.length(); i++) {
      state = step(state, prefix.charAt(i) >>> 5);
    }
    state = step(state, 0);
    for (int i = 0; i < prefix.length(); i++) {
      state = step(state, prefix.charAt(i) & 31);
    }
    for (byte value : values) {
      state = step(state, value);
    }
    for (byte value : more) {
      state = step(state, value);
    }
    return state;
  }

  private static int step(int state, int value) {
    int next = (state & 0x1ffffff) << 5 ^ value;
    for (int i = 0; i < GENERATOR.length; i++) {
      if ((state >>> (25 + i) & 1) != 0) {
        next ^= GENERATOR[i];
      }
    }
    return next;
  }

  private static AgeException refused(String why) {
    return new AgeException(AgeException.Reason.KEY, "the key text " + why);
  }
}
