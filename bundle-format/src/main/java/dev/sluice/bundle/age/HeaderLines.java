package dev.sluice.bundle.age;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** The lines of a header, read byte by byte and not one byte further. */
final class HeaderLines {
  private final InputStream source;
  private final int most;
  private final ByteArrayOutputStream seen = new ByteArrayOutputStream();

  HeaderLines(InputStream source, int most) {
    this.source = source;
    this.most = most;
  }

  /** The next line without its line feed: spaces and printable ASCII only. */
  String next() throws IOException {
    var line = new StringBuilder();
    for (int c = source.read(); c != '\n'; c = source.read()) {
      if (c < 0) {
        throw refused("ends too early");
      }
      if (c < ' ' || c > '~') {
        throw refused("has a byte that is neither printable ASCII nor a line feed");
      }
      record(c);
      line.append((char) c);
    }
    record('\n');
    return line.toString();
  }

  /** Every byte so far. */
  byte[] seen() {
    return seen.toByteArray();
  }

  private void record(int c) throws AgeException {
    if (seen.size() == most) {
      throw refused("is longer than " + most + " bytes");
    }
    seen.write(c);
  }

  private static AgeException refused(String why) {
    return new AgeException(AgeException.Reason.HEADER, "the age header " + why);
  }
}
