package dev.sluice.state.review;

import dev.sluice.canonical.Digest;
import dev.sluice.state.PartRef;
import dev.sluice.state.diff.PartContent;
import dev.sluice.state.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The bytes of parts as a store keeps them; a part that is not there is no error. */
public final class StoredContent implements PartContent {
  /** Opens a blob of the store. */
  @FunctionalInterface
  public interface Blobs {
    InputStream open(Digest digest) throws StoreException;
  }

  private final Blobs blobs;

  public StoredContent(Blobs blobs) {
    this.blobs = blobs;
  }

  @Override
  public Optional<byte[]> read(PartRef part) throws IOException {
    try (InputStream in = blobs.open(part.digest())) {
      return Optional.of(in.readAllBytes());
    } catch (StoreException e) {
      return Optional.empty();
    }
  }
}
