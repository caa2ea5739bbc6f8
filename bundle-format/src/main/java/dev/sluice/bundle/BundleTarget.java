package dev.sluice.bundle;

import java.io.IOException;
import java.io.OutputStream;

/** Where a bundle is written: a folder on a disk or medium, or memory in a test. */
public interface BundleTarget {
  /**
   * Writes a new file, whole or not at all: it gets its name once {@code content} has returned, and
   * is durable then. When this throws, nothing of it is left if the target can help it.
   *
   * @param name a name of the format; lower-case ASCII except for the fixed ones
   */
  void write(String name, Content content) throws IOException;

  /** What writes the bytes of one file. */
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }
}
