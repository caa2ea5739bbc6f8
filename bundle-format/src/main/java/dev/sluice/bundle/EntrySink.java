package dev.sluice.bundle;

import dev.sluice.bundle.model.EntryName;
import java.io.IOException;
import java.io.InputStream;

/**
 * Takes what a bundle holds, entry by entry. What it stores before the whole bundle is opened must
 * not be used: a later volume may still be refused.
 */
public interface EntrySink {
  /**
   * Takes one entry; has to read {@code content} to its end.
   *
   * @param bytes length of the content
   */
  void entry(EntryName name, long bytes, InputStream content) throws IOException;
}
