package dev.sluice.cli.command;

import dev.sluice.cli.console.DataSize;
import dev.sluice.datasite.Datasite;
import dev.sluice.state.PartRef;
import dev.sluice.state.store.StoreException;
import dev.sluice.state.text.SafeText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The content of a part as lines that can be shown: text up to a limit, or a word on what it is.
 */
final class PartText {
  private static final int MOST_BYTES = 1 << 18;

  private PartText() {}

  static List<SafeText> lines(Datasite site, PartRef part) throws StoreException, IOException {
    byte[] head;
    try (InputStream in = site.open(part)) {
      head = in.readNBytes(MOST_BYTES);
    }
    boolean whole = head.length == part.bytes();
    CharBuffer text = CharBuffer.allocate(head.length);
    CoderResult end =
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(head), text, whole);
    String decoded = text.flip().toString();
    if (end.isError() || decoded.indexOf(0) >= 0) {
      return List.of(
          SafeText.sentence("({}, no text; use --output FILE)", DataSize.text(part.bytes())));
    }
    var lines = new ArrayList<>(SafeText.lines(decoded));
    if (!whole) {
      lines.add(
          SafeText.sentence(
              "(the first {} of {})", DataSize.text(head.length), DataSize.text(part.bytes())));
    }
    return List.copyOf(lines);
  }
}
