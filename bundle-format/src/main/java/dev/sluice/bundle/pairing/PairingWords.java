package dev.sluice.bundle.pairing;

import dev.sluice.canonical.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The digest of a pairing as eight words that two people read to each other.
 *
 * <p>Each word is a five-letter proquint (consonant, vowel, consonant, vowel, consonant): 16 bits
 * that can be said aloud in any language, without a word list that both sides would have to share.
 * Eight words are the first 128 bits of the digest.
 */
public final class PairingWords {
  private static final String CONSONANTS = "bdfghjklmnprstvz";
  private static final String VOWELS = "aiou";
  private static final int WORDS = 8;

  private PairingWords() {}

  /** The words of {@code digest}, in lower case. */
  public static List<String> of(Digest digest) {
    byte[] bytes = digest.toBytes();
    var words = new ArrayList<String>();
    for (int i = 0; i < WORDS; i++) {
      words.add(word((bytes[2 * i] & 0xff) << 8 | (bytes[2 * i + 1] & 0xff)));
    }
    return List.copyOf(words);
  }

  /** Whether a person typed the words of {@code digest}; case, commas and hyphens don't matter. */
  public static boolean match(Digest digest, String typed) {
    String plain = typed.toLowerCase(Locale.ROOT).replaceAll("[\\s,.-]+", " ").strip();
    return plain.equals(String.join(" ", of(digest)));
  }

  private static String word(int bits) {
    char[] letters = {
      CONSONANTS.charAt(bits >> 12 & 15),
      VOWELS.charAt(bits >> 10 & 3),
      CONSONANTS.charAt(bits >> 6 & 15),
      VOWELS.charAt(bits >> 4 & 3),
      CONSONANTS.charAt(bits & 15)
    };
    return String.valueOf(letters);
  }
}
