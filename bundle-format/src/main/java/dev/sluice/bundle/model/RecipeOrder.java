package dev.sluice.bundle.model;

import dev.sluice.canonical.Digest;
import dev.sluice.canonical.NotCanonicalException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules for the recipes of a bundle as a whole: sorted, none twice, bounded, nothing made of
 * what the same bundle brings, and every fresh byte there and used.
 */
final class RecipeOrder {
  private final Map<Digest, Long> fresh = new HashMap<>();
  private final Set<Digest> blobs = new HashSet<>();
  private final Set<Digest> unused;

  private RecipeOrder(List<Contents.Entry> entries) {
    for (Contents.Entry entry : entries) {
      switch (entry.name().type()) {
        case BLOB -> blobs.add(entry.name().digest());
        case FRESH -> fresh.merge(entry.name().digest(), entry.bytes(), Long::sum);
        case DOCUMENT -> {}
      }
    }
    unused = new HashSet<>(fresh.keySet());
  }

  static void check(List<Recipe> recipes, List<Contents.Entry> entries, BundleLimits limits)
      throws NotCanonicalException {
    var order = new RecipeOrder(entries);
    order.checkSorted(recipes);
    long bytes = 0;
    int pieces = 0;
    for (Recipe recipe : recipes) {
      order.check(recipe);
      bytes += recipe.bytes();
      pieces += recipe.pieces().size();
    }
    if (bytes > limits.tarBytes() || pieces > limits.pieces()) {
      throw new NotCanonicalException("the recipes make or name more than a bundle may");
    }
    if (!order.unused.isEmpty()) {
      throw new NotCanonicalException("fresh bytes are listed that no recipe uses");
    }
  }

  /** Adds what the recipes make to what the bundle brings. */
  private void checkSorted(List<Recipe> recipes) throws NotCanonicalException {
    Digest before = Digest.ZERO;
    for (Recipe recipe : recipes) {
      if (recipe.blob().compareTo(before) <= 0 || !blobs.add(recipe.blob())) {
        throw new NotCanonicalException("the recipes are not sorted, or a blob comes twice");
      }
      before = recipe.blob();
    }
  }

  private void check(Recipe recipe) throws NotCanonicalException {
    for (Digest base : recipe.bases()) {
      if (blobs.contains(base)) {
        throw new NotCanonicalException("a recipe builds on a blob of its own bundle");
      }
    }
    if (recipe.fresh().isPresent()) {
      Digest entry = recipe.fresh().get();
      unused.remove(entry);
      if (fresh.getOrDefault(entry, 0L) != recipe.freshBytes()) {
        throw new NotCanonicalException("a recipe uses other bytes than the bundle brings");
      }
    }
  }
}
