package dev.sluice.web.preview;

import dev.sluice.state.text.SafeText;
import java.util.ArrayList;
import java.util.List;

/** The beginning of bytes of any sort. */
final class HexDump {
  private static final int MOST_BYTES = 4096;
  private static final int WIDTH = 16;

  private HexDump() {}

  static Preview of(byte[] content) {
    int end = Math.min(content.length, MOST_BYTES);
    var lines = new ArrayList<SafeText>();
    for (int from = 0; from < end; from += WIDTH) {
      lines.add(line(content, from, Math.min(end, from + WIDTH)));
    }
    String rest = end < content.length ? " Only the first 4 KiB are shown." : "";
    return new Preview.Hex(List.copyOf(lines), sort(content) + rest);
  }

  private static SafeText line(byte[] content, int from, int end) {
    var hex = new StringBuilder("%08x ".formatted(from));
    var text = new StringBuilder("  ");
    for (int i = from; i < end; i++) {
      hex.append(" %02x".formatted(content[i]));
      text.append(content[i] >= ' ' && content[i] <= '~' ? (char) content[i] : '.');
    }
    hex.append("   ".repeat(WIDTH - (end - from)));
    return SafeText.of(hex.append(text).toString());
  }

  /** What it seems to be, and how much it looks like noise. */
  private static String sort(byte[] content) {
    return "%s, %.1f of 8 bits of information in a byte."
        .formatted(Magic.of(content).words(), entropy(content));
  }

  private static double entropy(byte[] content) {
    var counts = new int[256];
    for (byte each : content) {
      counts[each & 0xff]++;
    }
    double bits = 0;
    for (int count : counts) {
      if (count > 0) {
        double share = (double) count / content.length;
        bits -= share * Math.log(share) / Math.log(2);
      }
    }
    return bits;
  }
}
