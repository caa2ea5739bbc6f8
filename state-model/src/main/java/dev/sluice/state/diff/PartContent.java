package dev.sluice.state.diff;

import dev.sluice.state.PartRef;
import java.io.IOException;
import java.util.Optional;

/** Where the comparison gets the bytes of parts from. */
@FunctionalInterface
public interface PartContent {
  /**
   * The bytes of {@code part}, which has at most {@link LineDiff#MOST_BYTES}; empty if they are not
   * here.
   */
  Optional<byte[]> read(PartRef part) throws IOException;
}
