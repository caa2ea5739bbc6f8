package dev.sluice.bundle.vectors;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/** Small changes to text and bytes; one that would change nothing is an error. */
final class Edit {
  private Edit() {}

  /** Replaces the first {@code from}. */
  static UnaryOperator<String> replace(String from, String to) {
    return text -> {
      int at = text.indexOf(from);
      if (at < 0) {
        throw new AssertionError("nothing to replace: " + from);
      }
      return text.substring(0, at) + to + text.substring(at + from.length());
    };
  }

  /** Replaces what the regular expression {@code from} first finds. */
  static UnaryOperator<String> replacePattern(String from, String to) {
    return text -> {
      String edited = text.replaceFirst(from, to);
      if (edited.equals(text)) {
        throw new AssertionError("nothing to replace: " + from);
      }
      return edited;
    };
  }

  /** Adds a field at the end of an object. */
  static UnaryOperator<String> field(String field) {
    return text -> text.substring(0, text.length() - 1) + "," + field + "}";
  }

  /** Changes one bit of the byte at {@code at}, counted from the end if negative. */
  static UnaryOperator<byte[]> flip(int at) {
    return bytes -> {
      byte[] flipped = bytes.clone();
      flipped[at < 0 ? bytes.length + at : at] ^= 1;
      return flipped;
    };
  }

  /** Cuts {@code count} bytes off the end. */
  static UnaryOperator<byte[]> cut(int count) {
    return bytes -> Arrays.copyOf(bytes, bytes.length - count);
  }

  /** Appends bytes. */
  static UnaryOperator<byte[]> append(byte... more) {
    return bytes -> ZstdBytes.join(bytes, more);
  }
}
