package dev.sluice.bundle;

import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.model.EntryName;
import dev.sluice.canonical.Digest;
import dev.sluice.canonical.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * What a bundle is to say, before it is sealed.
 *
 * @param direction which way
 * @param sequence its number, above all earlier ones
 * @param previous root of the bundle before it
 * @param history roots before that, newest first, at most {@link
 *     dev.sluice.bundle.model.Contents#MOST_HISTORY}
 * @param payload what the two programs say to each other
 * @param documents whole documents, for the index volume
 * @param blobs whole blobs, for the data volumes
 */
public record BundleDraft(
    Direction direction,
    long sequence,
    Digest previous,
    List<Digest> history,
    Json.Obj payload,
    List<Item> documents,
    List<Item> blobs) {
  public BundleDraft {
    history = List.copyOf(history);
    documents = List.copyOf(documents);
    blobs = List.copyOf(blobs);
  }

  /**
   * One document or blob.
   *
   * @param name its whole name
   * @param bytes its length
   * @param source where its bytes come from; asked once per volume that holds a piece of it
   */
  public record Item(EntryName name, long bytes, Source source) {}

  /** Bytes that can be read, again if need be. */
  public interface Source {
    InputStream open() throws IOException;
  }
}
