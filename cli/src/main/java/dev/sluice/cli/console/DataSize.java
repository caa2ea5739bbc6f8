package dev.sluice.cli.console;

import java.util.Locale;

/** Sizes as people read them, in powers of 1024 with one decimal: {@code 18.4 KiB}. */
public final class DataSize {
  private static final String[] UNITS = {"KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

  private DataSize() {}

  /** The size in the largest unit that leaves at least 1; exact below 1 KiB. */
  public static String text(long bytes) {
    if (bytes < 1024) {
      return bytes == 1 ? "1 byte" : bytes + " bytes";
    }
    double size = bytes / 1024.0;
    int unit = 0;
    while (size >= 1023.95 && unit < UNITS.length - 1) {
      size /= 1024;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", size, UNITS[unit]);
  }
}
