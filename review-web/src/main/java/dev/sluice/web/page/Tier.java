package dev.sluice.web.page;

import dev.sluice.state.text.Mark;

/** How much a character can deceive. */
enum Tier {
  /** It reorders text, carries hidden text or commands a terminal. */
  BLOCK("danger"),
  /** It cannot be seen, or looks like another. */
  WARN("beware"),
  /** It is nothing but another script or sign than ASCII has. */
  INFO("note");

  private final String word;

  Tier(String word) {
    this.word = word;
  }

  /** The tier of a character that is shown as a mark. */
  static Tier of(Mark mark) {
    return ofMarked(mark.codePoint());
  }

  static Tier ofMarked(int codePoint) {
    return isControl(codePoint) || isBidi(codePoint) || isTag(codePoint) ? BLOCK : WARN;
  }

  private static boolean isControl(int codePoint) {
    return Character.getType(codePoint) == Character.CONTROL && codePoint != '\r';
  }

  private static boolean isBidi(int codePoint) {
    return codePoint == 0x61C
        || (codePoint >= 0x200E && codePoint <= 0x200F)
        || (codePoint >= 0x202A && codePoint <= 0x202E)
        || (codePoint >= 0x2066 && codePoint <= 0x2069);
  }

  private static boolean isTag(int codePoint) {
    return codePoint >= 0xE0000 && codePoint <= 0xE007F;
  }

  @Override
  public String toString() {
    return word;
  }
}
