package dev.sluice.bundle;

import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.model.EntryName;
import dev.sluice.bundle.model.Recipe;
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
 * @param blobs whole blobs and fresh bytes, for the data volumes
 * @param recipes by the digests of the blobs that they make
 */
public record BundleDraft(
    Direction direction,
    long sequence,
    Digest previous,
    List<Digest> history,
    Json.Obj payload,
    List<Item> documents,
    List<Item> blobs,
    List<Recipe> recipes) {
  public BundleDraft {
    history = List.copyOf(history);
    documents = List.copyOf(documents);
    blobs = List.copyOf(blobs);
    recipes = List.copyOf(recipes);
  }

  /** A draft whose blobs travel whole. */
  public BundleDraft(
      Direction direction,
      long sequence,
      Digest previous,
      List<Digest> history,
      Json.Obj payload,
      List<Item> documents,
      List<Item> blobs) {
    this(direction, sequence, previous, history, payload, documents, blobs, List.of());
  }

  /** The same with other items of data volumes. */
  public BundleDraft with(List<Item> otherBlobs, List<Recipe> otherRecipes) {
    return new BundleDraft(
        direction, sequence, previous, history, payload, documents, otherBlobs, otherRecipes);
  }

  /**
   * One document, blob or run of fresh bytes.
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
