package dev.sluice.web.preview;

import java.util.HexFormat;
import java.util.stream.Stream;

/** What the first bytes say that content is. */
enum Magic {
  PNG("a PNG picture", "89504e470d0a1a0a"),
  JPEG("a JPEG picture", "ffd8ff"),
  GIF("a GIF picture", "474946383761 474946383961"),
  PDF("a PDF document", "25504446"),
  ZIP("a ZIP archive or Office document", "504b0304"),
  GZIP("compressed with gzip", "1f8b"),
  ZSTD("compressed with zstd", "28b52ffd"),
  PICKLE("a Python pickle, which runs code when it is loaded", "8003 8004 8005"),
  PARQUET("a Parquet table", "50415231"),
  HDF5("an HDF5 file", "894844460d0a1a0a"),
  SQLITE("an SQLite database", "53514c69746520666f726d6174203300"),
  ELF("a program", "7f454c46 4d5a"),
  UNKNOWN("Not text", "none");

  private final String words;
  private final String starts;

  /**
   * @param starts first bytes in hex, any of them
   */
  Magic(String words, String starts) {
    this.words = words;
    this.starts = starts;
  }

  static Magic of(byte[] content) {
    String start = HexFormat.of().formatHex(content, 0, Math.min(content.length, 16));
    return Stream.of(values())
        .filter(magic -> Stream.of(magic.starts.split(" ")).anyMatch(start::startsWith))
        .findFirst()
        .orElse(UNKNOWN);
  }

  String words() {
    return this == UNKNOWN ? words : "Seems to be " + words;
  }
}
