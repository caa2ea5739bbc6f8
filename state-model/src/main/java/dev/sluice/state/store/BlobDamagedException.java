package dev.sluice.state.store;

import dev.sluice.canonical.Digest;
import java.io.IOException;

/** A blob's file does not hold what its name says. What was read from it must not be used. */
public final class BlobDamagedException extends IOException {
  private static final long serialVersionUID = 1L;

  public BlobDamagedException(Digest name) {
    super("blob " + name + " is damaged");
  }
}
