package dev.sluice.importer.receive;

import dev.sluice.bundle.model.Recipe;
import dev.sluice.bundle.model.Recipe.Held;
import dev.sluice.bundle.model.Recipe.Piece;
import dev.sluice.canonical.Digest;
import dev.sluice.state.PartRef;
import dev.sluice.state.store.BlobRange;
import dev.sluice.state.store.BlobRefusedException;
import dev.sluice.state.store.BlobStore;
import dev.sluice.state.store.BlobWriter;
import dev.sluice.state.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Makes blobs by the recipes of a bundle, each when a document asks for it, piece by piece. A
 * recipe that no document asks for is never carried out.
 */
final class BlobMaker {
  private static final int BUFFER = 1 << 18;

  private final BlobStore blobs;
  private final Map<Digest, Recipe> recipes;
  private final Function<Digest, Path> fresh;
  private final Set<Digest> made = new HashSet<>();
  private final byte[] buffer = new byte[BUFFER];

  /**
   * @param fresh where the fresh bytes of that digest lie
   */
  BlobMaker(BlobStore blobs, List<Recipe> recipes, Function<Digest, Path> fresh) {
    this.blobs = blobs;
    this.recipes = recipes.stream().collect(Collectors.toMap(Recipe::blob, recipe -> recipe));
    this.fresh = fresh;
  }

  /** The room that all recipes together need. */
  long bytes() {
    return recipes.values().stream().mapToLong(Recipe::bytes).sum();
  }

  /**
   * Makes {@code part} durable, if the bundle has a recipe for it.
   *
   * @param exchanged whether the peer may know a blob; only such blobs serve as bases
   * @return whether {@code part} was made
   * @throws ImportRefusedException BASE_MISSING, or CONTENT if something else came out
   */
  boolean make(PartRef part, Predicate<Digest> exchanged)
      throws StoreException, IOException, ImportRefusedException {
    Recipe recipe = recipes.get(part.digest());
    if (recipe == null || recipe.bytes() != part.bytes()) {
      return false;
    }
    if (made.add(part.digest())) {
      for (Digest base : recipe.bases()) {
        if (!exchanged.test(base) || !blobs.contains(base)) {
          throw ImportRefusedException.baseMissing(part.digest());
        }
      }
      make(recipe, part);
    }
    return true;
  }

  private void make(Recipe recipe, PartRef part)
      throws StoreException, IOException, ImportRefusedException {
    try (InputStream carried = carried(recipe);
        BlobWriter writer = blobs.writer(part.bytes())) {
      for (Piece piece : recipe.pieces()) {
        if (piece instanceof Held held) {
          var range = new BlobRange(held.offset(), held.bytes());
          try (InputStream base = blobs.openRanges(held.base(), List.of(range))) {
            copy(base, held.bytes(), writer);
          }
        } else {
          copy(carried, piece.bytes(), writer);
        }
      }
      writer.commit(part);
    } catch (BlobRefusedException e) {
      throw ImportRefusedException.otherBlob(part.digest());
    }
  }

  private InputStream carried(Recipe recipe) throws IOException {
    return recipe.fresh().isPresent()
        ? Files.newInputStream(fresh.apply(recipe.fresh().get()))
        : InputStream.nullInputStream();
  }

  /** Copies up to {@code bytes} bytes; what is missing, the length of the blob will show. */
  private void copy(InputStream in, long bytes, BlobWriter writer)
      throws IOException, StoreException, BlobRefusedException {
    long left = bytes;
    while (left > 0) {
      int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (count < 0) {
        return;
      }
      writer.write(buffer, 0, count);
      left -= count;
    }
  }
}
