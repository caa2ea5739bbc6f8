package dev.sluice.web.preview;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Optional;

/** Tells by the bytes themselves what content is, whatever its name says. */
public final class Previews {
  private static final int LINES = 500;

  private Previews() {}

  /**
   * The preview of {@code content}, which is empty if it is not at hand.
   *
   * @param page which page of long content, from 1
   */
  public static Preview of(Optional<byte[]> content, Wish wish, int page) {
    if (content.isEmpty()) {
      return new Preview.Absent("Too long to be shown here.");
    }
    byte[] bytes = content.get();
    Optional<String> text = wish == Wish.HEX ? Optional.empty() : text(bytes);
    if (wish == Wish.SEEMS && text.isEmpty()) {
      return Pictures.preview(bytes)
          .or(() -> Archives.preview(bytes))
          .orElseGet(() -> HexDump.of(bytes));
    }
    return text.map(found -> ofText(found, wish, page)).orElseGet(() -> HexDump.of(bytes));
  }

  private static Preview ofText(String text, Wish wish, int page) {
    if (wish == Wish.SEEMS) {
      Optional<Preview> known = Notebooks.preview(text).or(() -> Tables.preview(text, page));
      if (known.isPresent()) {
        return known.get();
      }
    }
    List<String> all = text.lines().toList();
    Preview.Part part = Preview.Part.of(page, all.size(), LINES);
    return new Preview.Lines(
        (part.page() - 1) * LINES + 1,
        part.of(all, LINES).stream().map(TerminalText::line).toList(),
        part,
        active(text));
  }

  /** What a browser or an office program would run, if this were handed to it. */
  private static String active(String text) {
    String start = text.stripLeading();
    return start.startsWith("<") ? "Markup, shown as source; nothing of it is rendered." : "";
  }

  static Optional<String> text(byte[] bytes) {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
