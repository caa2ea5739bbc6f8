package dev.sluice.web.preview;

import java.util.Locale;
import java.util.stream.Stream;

/** How a reviewer wants to see content. */
public enum Wish {
  /** As the sort of content that it seems to be. */
  SEEMS,
  TEXT,
  HEX;

  /** The wish of this word; {@link #SEEMS} if there is none. */
  public static Wish of(String word) {
    return Stream.of(values()).filter(wish -> wish.word().equals(word)).findFirst().orElse(SEEMS);
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
