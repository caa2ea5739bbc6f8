package dev.sluice.state.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {
  private static final int[] BIDI_CONTROLS = {
    0x061C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069
  };

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "The quick brown fox: ~!@#$%^&*()_+{}|\\\"'<>?[]",
        "Zoë Åström, Łódź, e\u0301 and n\u0303",
        "Ελληνικά Русский עברית العربية हिन्दी ไทย 中文 日本語 한국어",
        "☺ 😀 👍🏽 🇸🇪 ❤\uFE0F ☎\uFE0E 1\uFE0F\u20E3 #\uFE0F\u20E3"
      })
  void ordinaryText_passesUnchanged(String text) {
    assertThat(SafeText.of(text)).hasToString(text);
    assertThat(SafeText.of(text).hasMarks()).isFalse();
  }

  @Test
  void allTwelveBidiControls_areMarked() {
    for (int control : BIDI_CONTROLS) {
      assertThat(SafeText.of("a" + Character.toString(control) + "b"))
          .hasToString(String.format("a[U+%04X]b", control));
    }
  }

  @Test
  void escapeSequence_losesItsEscape() {
    assertThat(SafeText.of("\u001b[31mred\u009b0m\u0007"))
        .hasToString("[U+001B][31mred[U+009B]0m[U+0007]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r", "\n", "\t", "\u0085", "\u2028", "\u2029"})
  void whateverEndsALine_isMarkedInASingleLine(String end) {
    assertThat(SafeText.of("a" + end + "b"))
        .hasToString("a[U+" + String.format("%04X", end.codePointAt(0)) + "]b");
  }

  @Test
  void selectorsAndTags_areMarked_whereTheyStyleNoEmoji() {
    assertThat(SafeText.of("a\uFE0F")).hasToString("a[U+FE0F]");
    assertThat(SafeText.of("\uFE0F")).hasToString("[U+FE0F]");
    assertThat(SafeText.of("1\uFE0F2")).hasToString("1[U+FE0F]2");
    assertThat(SafeText.of("❤\uFE0F\uFE0F")).hasToString("❤\uFE0F[U+FE0F]");
    assertThat(SafeText.of("❤\uFE01")).hasToString("❤[U+FE01]");
    assertThat(SafeText.of("🏴" + Character.toString(0xE0067))).hasToString("🏴[U+E0067]");
  }

  @Test
  void joiners_areMarked_alsoBetweenEmoji() {
    assertThat(SafeText.of("👩\u200D🔬")).hasToString("👩[U+200D]🔬");
  }

  @Test
  void loneSurrogates_areMarked_andPairsAreNot() {
    assertThat(SafeText.of("\uDE00\uD83D!😀\uD83D")).hasToString("[U+DE00][U+D83D]!😀[U+D83D]");
  }

  @Test
  void marks_tellLineColumnAndName() {
    List<SafeText> lines = SafeText.lines("ok\n\t😀\u202E\r\n");
    assertThat(lines).extracting(SafeText::toString).containsExactly("ok", "\t😀[U+202E][U+000D]");
    assertThat(lines.get(0).hasMarks()).isFalse();
    assertThat(lines.get(1).marks()).containsExactly(new Mark(2, 3, 0x202E), new Mark(2, 4, '\r'));
    assertThat(new Mark(1, 1, 0x202E).name()).isEqualTo("RIGHT-TO-LEFT OVERRIDE");
    assertThat(new Mark(1, 1, 0xE0FFF).name()).isEqualTo("UNASSIGNED");
  }

  @Test
  void lines_keepEmptyOnes_andCountNoneAfterTheLastEnd() {
    assertThat(SafeText.lines("")).isEmpty();
    assertThat(SafeText.lines("\n")).containsExactly(SafeText.EMPTY);
    assertThat(SafeText.lines("a\n\nb")).hasSize(3);
  }

  @Test
  void literal_refusesWhatWouldNeedAMark() {
    assertThat(SafeText.literal("a · b…")).hasToString("a · b…");
    assertThatThrownBy(() -> SafeText.literal("a\u202E"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void sentence_gatesItsValues_andNeverReadsThemAsTemplate() {
    assertThat(SafeText.sentence("{} of {} by {}", 3, "{}\u0007", SafeText.of("ana")))
        .hasToString("3 of {}[U+0007] by ana");
    assertThatThrownBy(() -> SafeText.sentence("{} {}", 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SafeText.sentence("{}", 1, 2))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void render_emphasisesRealMarks_notTextThatLooksLikeOne() {
    SafeText text = SafeText.of("[U+202E] \u202E").plus(SafeText.of(" \u0000."));
    assertThat(text.render(mark -> "<" + mark + ">")).isEqualTo("[U+202E] <[U+202E]> <[U+0000]>.");
  }

  @Test
  void columns_countWideTwice_combiningNever_andTabToItsStop() {
    assertThat(SafeText.of("abc").columns()).isEqualTo(3);
    assertThat(SafeText.of("中文").columns()).isEqualTo(4);
    assertThat(SafeText.of("한국").columns()).isEqualTo(4);
    assertThat(SafeText.of("e\u0301").columns()).isEqualTo(1);
    assertThat(SafeText.of("😀").columns()).isEqualTo(2);
    assertThat(SafeText.of("\u202E").columns()).isEqualTo(8);
    assertThat(SafeText.lines("ab\tc").get(0).columns()).isEqualTo(9);
  }

  @Test
  void cut_fitsTheWidth_andShowsThatItCut() {
    assertThat(SafeText.of("abcdef").cut(6)).hasToString("abcdef");
    assertThat(SafeText.of("abcdef").cut(5)).hasToString("abcd…");
    assertThat(SafeText.of("中文字").cut(4)).hasToString("中…");
    assertThat(SafeText.of("abcdef").cut(5, SafeText.literal("..."))).hasToString("ab...");
  }

  @Test
  void cut_neverSplitsAMark_andStillTellsAboutIt() {
    SafeText text = SafeText.of("ab\u202Ecd\u0000");
    SafeText cut = text.cut(6);
    assertThat(cut).hasToString("ab…");
    assertThat(cut.marks()).isEqualTo(text.marks());
    assertThat(cut.plus(SafeText.of("xxxxxxxxxxxxxxxx")).render(mark -> "!"))
        .isEqualTo("ab…xxxxxxxxxxxxxxxx");
    assertThat(text.cut(11).render(mark -> "!")).isEqualTo("ab!…");
  }

  @Test
  void ascii_marksEveryOtherCharacter_andKeepsTheMarksThatWereThere() {
    SafeText ascii = SafeText.of("é[x]\u202E中").ascii();
    assertThat(ascii).hasToString("[U+00E9][x][U+202E][U+4E2D]");
    assertThat(ascii.render(mark -> "!")).isEqualTo("![x]!!");
  }
}
