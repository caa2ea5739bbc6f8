package dev.sluice.state.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Asks the regex engine and the character names, which the gate itself does not use. */
class SafeTextEveryCodePointTest {
  private static final Pattern BY_CATEGORY =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\p{Zl}\\p{Zp}]");
  private static final Pattern BY_NAME =
      Pattern.compile(
          ".*(HANGUL|KHITAN).* FILLER|.*VARIATION SELECTOR.*|BRAILLE PATTERN BLANK"
              + "|COMBINING GRAPHEME JOINER|KHMER VOWEL INHERENT A[AQ]|.*NULL NOTEHEAD");

  private static final Pattern STYLE_OF_AN_EMOJI =
      Pattern.compile(
          "([\\x{2764}\\x{260E}\\x{1F600}])[\\x{FE0E}\\x{FE0F}]"
              + "|(1)[\\x{FE0E}\\x{FE0F}](?=\\x{20E3})");
  private static final int FIRST_PAST_EMOJI = 0x1FB00;
  private static final int PAST_EMOJI = Character.MAX_CODE_POINT + 1 - FIRST_PAST_EMOJI;

  @Test
  void everyCodePoint_isMarkedOrPassesUnchanged_byItsCategoryAndName() {
    var wrong = new ArrayList<String>();
    for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      String text = Character.toString(codePoint);
      String expected =
          mustBeMarked(codePoint)
              ? "[U+" + String.format(Locale.ROOT, "%04X", codePoint) + "]"
              : text;
      if (!SafeText.of(text).toString().equals(expected)) {
        wrong.add(Integer.toHexString(codePoint));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void mixedText_neverShowsARefusedCharacter_exceptASelectorAfterAnEmoji() {
    var random = new Random(20261124);
    for (int round = 0; round < 2000; round++) {
      String shown = SafeText.of(mixture(random)).toString();
      String withoutStyles = STYLE_OF_AN_EMOJI.matcher(shown).replaceAll("$1$2");
      assertThat(withoutStyles.codePoints().filter(c -> mustBeMarked(c)).boxed()).isEmpty();
    }
  }

  private static boolean mustBeMarked(int codePoint) {
    String name = Character.getName(codePoint);
    return BY_CATEGORY.matcher(Character.toString(codePoint)).matches()
        || (name != null && BY_NAME.matcher(name).matches());
  }

  private static String mixture(Random random) {
    int[] spice = {0x202E, 0x200D, 0xFE0F, 0xFE0E, 0x2764, 0x260E, '1', 0x20E3, 0xD83D, 0xDE00, 27};
    var text = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      if (random.nextBoolean()) {
        text.appendCodePoint(spice[random.nextInt(spice.length)]);
      } else {
        text.appendCodePoint(FIRST_PAST_EMOJI + random.nextInt(PAST_EMOJI));
      }
    }
    return text.toString();
  }
}
