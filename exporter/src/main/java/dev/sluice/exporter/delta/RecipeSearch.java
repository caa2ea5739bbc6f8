package dev.sluice.exporter.delta;

import dev.sluice.bundle.model.Recipe;
import dev.sluice.bundle.model.Recipe.Fresh;
import dev.sluice.bundle.model.Recipe.Held;
import dev.sluice.bundle.model.Recipe.Piece;
import dev.sluice.canonical.Digest;
import dev.sluice.state.PartRef;
import dev.sluice.state.store.BlobStore;
import dev.sluice.state.store.StoreException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks for the recipe of one blob: at its ends first, and if that is not enough by chunks. What it
 * finds depends on the blobs alone, so that the same state makes the same bundle again.
 */
final class RecipeSearch {
  private final BlobStore blobs;
  private final BlobCuts cuts;
  private final FreshBytes fresh;

  RecipeSearch(BlobStore blobs, BlobCuts cuts) {
    this.blobs = blobs;
    this.cuts = cuts;
    this.fresh = new FreshBytes(blobs);
  }

  /**
   * A recipe for {@code blob}, which may have nothing but fresh bytes.
   *
   * @param bases at least one
   */
  Recipe of(PartRef blob, List<PartRef> bases) throws IOException, StoreException {
    Optional<Ends.Common> common =
        Ends.of(blobs, blob, bases.get(0))
            .filter(found -> bases.size() == 1 || found.between() <= Ends.SLACK);
    return common.isPresent() ? ends(blob, bases.get(0), common.get()) : chunks(blob, bases);
  }

  private Recipe ends(PartRef blob, PartRef base, Ends.Common common)
      throws IOException, StoreException {
    List<Piece> pieces = pieces(blob, base, common);
    return recipe(blob, fresh.digest(blob, pieces), pieces);
  }

  private static List<Piece> pieces(PartRef blob, PartRef base, Ends.Common common) {
    var pieces = new ArrayList<Piece>();
    if (common.prefix() > 0) {
      pieces.add(new Held(base.digest(), 0, common.prefix()));
    }
    if (common.between() > 0) {
      pieces.add(new Fresh(common.between()));
    }
    long rest = blob.bytes() - common.suffix();
    if (rest > 0) {
      pieces.add(new Held(base.digest(), base.bytes() - rest, rest));
    }
    return pieces;
  }

  private Recipe chunks(PartRef blob, List<PartRef> bases) throws IOException, StoreException {
    var cut = new ArrayList<Bases.Base>();
    for (PartRef base : bases) {
      cut.add(new Bases.Base(base.digest(), cuts.of(base)));
    }
    Cuts own = cuts.of(blob);
    List<Piece> pieces = RecipeWriting.bounded(RecipeWriting.of(own, new Bases(cut)));
    return recipe(blob, fresh.digest(blob, own, pieces), pieces);
  }

  private static Recipe recipe(PartRef blob, Optional<Digest> fresh, List<Piece> pieces) {
    return new Recipe(blob.digest(), blob.bytes(), fresh, pieces);
  }
}
