package dev.sluice.bundle.model;

import dev.sluice.bundle.model.Recipe.Held;
import dev.sluice.bundle.model.Recipe.Piece;
import dev.sluice.canonical.Digest;
import dev.sluice.canonical.NotCanonicalException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rules for one recipe by itself: lengths that add up, as few pieces as possible, and no byte
 * of a base twice.
 */
final class RecipeForm {
  private final Map<Digest, TreeMap<Long, Long>> used = new HashMap<>();

  private RecipeForm() {}

  static void check(Recipe recipe) throws NotCanonicalException {
    List<Piece> pieces = recipe.pieces();
    var form = new RecipeForm();
    long bytes = 0;
    for (int i = 0; i < pieces.size(); i++) {
      bytes += pieces.get(i).bytes();
      if (i > 0 && pieces.get(i - 1).joined(pieces.get(i)).isPresent()) {
        throw new NotCanonicalException("two pieces of a recipe are one");
      }
      if (pieces.get(i) instanceof Held held) {
        form.use(held);
      }
    }
    if (bytes != recipe.bytes()) {
      throw new NotCanonicalException("the pieces of a recipe have another length than its blob");
    }
    if (form.used.isEmpty() || form.used.size() > Recipe.MOST_BASES) {
      throw new NotCanonicalException("a recipe has between 1 and 16 bases");
    }
    if (form.used.containsKey(recipe.blob())) {
      throw new NotCanonicalException("a recipe makes a blob out of itself");
    }
    if (recipe.fresh().isPresent() != recipe.freshBytes() > 0) {
      throw new NotCanonicalException("a recipe names fresh bytes exactly if it uses some");
    }
  }

  private void use(Held held) throws NotCanonicalException {
    TreeMap<Long, Long> ranges = used.computeIfAbsent(held.base(), base -> new TreeMap<>());
    Map.Entry<Long, Long> before = ranges.lowerEntry(held.end());
    if (before != null && before.getValue() > held.offset()) {
      throw new NotCanonicalException("a recipe uses bytes of a base twice");
    }
    ranges.put(held.offset(), held.end());
  }
}
