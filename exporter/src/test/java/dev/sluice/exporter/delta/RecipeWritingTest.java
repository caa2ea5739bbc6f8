package dev.sluice.exporter.delta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.bundle.model.Recipe;
import dev.sluice.bundle.model.Recipe.Fresh;
import dev.sluice.bundle.model.Recipe.Held;
import dev.sluice.bundle.model.Recipe.Piece;
import dev.sluice.canonical.Digest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecipeWritingTest {
  private static final int LONG = 64 << 20;

  @Test
  void recipeOfTooManyPieces_givesUpTheShortestRanges() {
    List<Piece> scattered = new ArrayList<>();
    scattered.add(new Held(Digest.ZERO, 0, LONG));
    long at = LONG;
    for (int i = 0; i < Recipe.MOST_PIECES; i++) {
      scattered.add(new Fresh(10));
      scattered.add(new Held(Digest.ZERO, at, Gear.LEAST));
      at += Gear.LEAST + 1;
    }
    List<Piece> bounded = RecipeWriting.bounded(scattered);
    assertThat(bounded)
        .containsExactly(
            new Held(Digest.ZERO, 0, LONG), new Fresh((10L + Gear.LEAST) * Recipe.MOST_PIECES));
  }

  @Test
  void recipeOfFewPieces_staysAsItIs() {
    List<Piece> few = List.of(new Fresh(10), new Held(Digest.ZERO, 7, Gear.LEAST), new Fresh(10));
    assertThat(RecipeWriting.bounded(few)).isEqualTo(few);
    assertThat(RecipeWriting.fresh(few))
        .extracting(range -> range.offset())
        .containsExactly(0L, 10L + Gear.LEAST);
  }
}
