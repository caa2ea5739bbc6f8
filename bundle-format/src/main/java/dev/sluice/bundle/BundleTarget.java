package dev.sluice.bundle;

import java.io.IOException;
import java.io.OutputStream;

/** Where a bundle is written: a folder on a medium, or memory in a test. */
public interface BundleTarget {
  /**
   * Starts a new file. Closing the stream makes the file durable under its name.
   *
   * @param name a name of the format; lower-case ASCII except for the fixed ones
   */
  OutputStream create(String name) throws IOException;
}
