package dev.sluice.exporter.delta;

import dev.sluice.bundle.BundleDraft;
import dev.sluice.bundle.model.EntryName;
import dev.sluice.bundle.model.Recipe;
import dev.sluice.bundle.model.Recipe.Piece;
import dev.sluice.canonical.Digest;
import dev.sluice.state.PartRef;
import dev.sluice.state.store.BlobDamagedException;
import dev.sluice.state.store.BlobRange;
import dev.sluice.state.store.BlobStore;
import dev.sluice.state.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/** The bytes of a blob that its recipe takes from the bundle. */
final class FreshBytes {
  private final BlobStore blobs;

  FreshBytes(BlobStore blobs) {
    this.blobs = blobs;
  }

  /** Their digest, if there are any; of a blob that was just proved. */
  Optional<Digest> digest(PartRef blob, List<Piece> pieces) throws IOException, StoreException {
    List<BlobRange> ranges = RecipeWriting.fresh(pieces);
    if (ranges.isEmpty()) {
      return Optional.empty();
    }
    MessageDigest hasher = Digest.hasher();
    try (InputStream in = blobs.openRanges(blob.digest(), ranges)) {
      in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), hasher));
    }
    return Optional.of(Digest.finish(hasher.digest()));
  }

  /**
   * Their digest, if there are any; of a blob whose cuts are known.
   *
   * @param cuts by which each chunk is proved while it is read
   */
  Optional<Digest> digest(PartRef blob, Cuts cuts, List<Piece> pieces)
      throws IOException, StoreException {
    List<BlobRange> ranges = RecipeWriting.fresh(pieces);
    if (ranges.isEmpty()) {
      return Optional.empty();
    }
    MessageDigest hasher = Digest.hasher();
    try (InputStream in = blobs.openRanges(blob.digest(), ranges)) {
      for (BlobRange range : ranges) {
        int chunk = cuts.chunkAt(range.offset());
        for (long left = range.bytes(); left > 0; left -= cuts.range(chunk++).bytes()) {
          byte[] bytes = in.readNBytes((int) cuts.range(chunk).bytes());
          if (!Digest.of(bytes).equals(cuts.digest(chunk))) {
            throw new BlobDamagedException(blob.digest());
          }
          hasher.update(bytes);
        }
      }
    }
    return Optional.of(Digest.finish(hasher.digest()));
  }

  /** The entry that carries them, if there are any. */
  Optional<BundleDraft.Item> entry(Recipe recipe) {
    return recipe
        .fresh()
        .map(digest -> new PartRef(digest, recipe.freshBytes()))
        .map(
            bytes ->
                new BundleDraft.Item(
                    EntryName.fresh(bytes.digest()), bytes.bytes(), () -> open(recipe, bytes)));
  }

  private InputStream open(Recipe recipe, PartRef bytes) throws IOException {
    try {
      List<BlobRange> ranges = RecipeWriting.fresh(recipe.pieces());
      return BlobStore.proving(blobs.openRanges(recipe.blob(), ranges), bytes);
    } catch (StoreException e) {
      throw new IOException("blob " + recipe.blob() + " cannot be read", e);
    }
  }
}
