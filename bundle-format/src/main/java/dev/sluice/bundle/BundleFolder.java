package dev.sluice.bundle;

import java.io.IOException;
import java.io.InputStream;

/** A target whose files can be read again, as it takes to compute parity. */
public interface BundleFolder extends BundleTarget {
  /** Reads a file that was written here before. */
  InputStream read(String name) throws IOException;
}
