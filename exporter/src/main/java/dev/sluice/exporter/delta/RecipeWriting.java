package dev.sluice.exporter.delta;

import dev.sluice.bundle.model.Recipe;
import dev.sluice.bundle.model.Recipe.Fresh;
import dev.sluice.bundle.model.Recipe.Held;
import dev.sluice.bundle.model.Recipe.Piece;
import dev.sluice.state.store.BlobRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says how a blob is put together of chunks that the peer has and of those that it lacks. */
final class RecipeWriting {
  private final List<Piece> pieces = new ArrayList<>();

  private RecipeWriting() {}

  /** The pieces of the blob of {@code cuts}, as few as possible. */
  static List<Piece> of(Cuts cuts, Bases bases) {
    var writing = new RecipeWriting();
    int before = -1;
    for (int chunk = 0; chunk < cuts.count(); chunk++) {
      int found = bases.take(cuts, chunk, before);
      if (found >= 0) {
        BlobRange range = bases.range(found);
        writing.add(new Held(bases.base(found).blob(), range.offset(), range.bytes()));
        before = found;
      } else {
        writing.add(new Fresh(cuts.range(chunk).bytes()));
      }
    }
    return writing.pieces;
  }

  /**
   * The same blob in no more pieces than a recipe may have: the shortest ranges that the peer has
   * travel all the same.
   */
  static List<Piece> bounded(List<Piece> pieces) {
    List<Piece> bounded = pieces;
    for (long shortest = Gear.MOST; bounded.size() > Recipe.MOST_PIECES; shortest *= 2) {
      var writing = new RecipeWriting();
      for (Piece piece : bounded) {
        writing.add(piece.bytes() < shortest ? new Fresh(piece.bytes()) : piece);
      }
      bounded = writing.pieces;
    }
    return bounded;
  }

  /** Where the fresh pieces stand in the blob. */
  static List<BlobRange> fresh(List<Piece> pieces) {
    var fresh = new ArrayList<BlobRange>();
    long offset = 0;
    for (Piece piece : pieces) {
      if (piece instanceof Fresh) {
        fresh.add(new BlobRange(offset, piece.bytes()));
      }
      offset += piece.bytes();
    }
    return fresh;
  }

  private void add(Piece piece) {
    Optional<Piece> joined = pieces.isEmpty() ? Optional.empty() : last().joined(piece);
    joined.ifPresent(whole -> pieces.remove(pieces.size() - 1));
    pieces.add(joined.orElse(piece));
  }

  private Piece last() {
    return pieces.get(pieces.size() - 1);
  }
}
