package dev.sluice.exporter.delta;

import dev.sluice.bundle.BundleDraft;
import dev.sluice.bundle.model.BundleLimits;
import dev.sluice.bundle.model.EntryName;
import dev.sluice.bundle.model.Recipe;
import dev.sluice.canonical.Digest;
import dev.sluice.state.PartRef;
import dev.sluice.state.store.BlobDamagedException;
import dev.sluice.state.store.BlobStore;
import dev.sluice.state.store.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sends of a changed blob only what the peer lacks, where that is worth it. */
public final class Deltas {
  /** A shorter blob travels whole. */
  public static final long LEAST_BYTES = 256 << 10;

  /** A longer one, too: the chunks of such a blob and its bases would fill the memory. */
  private static final long MOST_BYTES = 64L << 30;

  /** A tenth of the blob has to stay at home. */
  private static final int WORTH = 10;

  private static final long CUT_FILES = 128L << 20;

  private final BlobStore blobs;
  private final FreshBytes fresh;
  private final RecipeSearch search;
  private final Map<Question, Optional<Recipe>> answers = new HashMap<>();

  /** An export asks what a bundle would hold, and then makes it. */
  private record Question(PartRef blob, Set<PartRef> candidates) {}

  /**
   * @param cuts private folder that keeps where blobs were cut for this peer
   * @param pairing digest of the pairing with the peer, which decides where blobs are cut
   */
  public Deltas(BlobStore blobs, Path cuts, Digest pairing) {
    this.blobs = blobs;
    var files = new CutFiles(cuts, pairing, CUT_FILES);
    this.fresh = new FreshBytes(blobs);
    this.search = new RecipeSearch(blobs, new BlobCuts(blobs, files, Gear.of(pairing)));
  }

  /** Whether a blob of that length may travel in part. */
  public static boolean isWorth(long bytes) {
    return bytes >= LEAST_BYTES && bytes <= MOST_BYTES;
  }

  /**
   * The same bundle, with recipes in place of those blobs for which that is shorter.
   *
   * @param bases blobs that the peer has, by the blobs that may be like them
   * @throws BlobDamagedException if a blob of this site is not what its name says
   */
  public BundleDraft shrink(BundleDraft draft, Map<Digest, Set<PartRef>> bases)
      throws IOException, StoreException {
    var items = new LinkedHashMap<EntryName, BundleDraft.Item>();
    var recipes = new ArrayList<Recipe>();
    long bytes = 0;
    int pieces = 0;
    for (BundleDraft.Item item : draft.blobs()) {
      var blob = new PartRef(item.name().digest(), item.bytes());
      Optional<Recipe> recipe = recipe(blob, bases.getOrDefault(blob.digest(), Set.of()));
      if (recipe.isEmpty()
          || bytes + blob.bytes() > BundleLimits.STANDARD.tarBytes()
          || pieces + recipe.get().pieces().size() > BundleLimits.STANDARD.pieces()) {
        items.put(item.name(), item);
        continue;
      }
      recipes.add(recipe.get());
      bytes += blob.bytes();
      pieces += recipe.get().pieces().size();
      fresh.entry(recipe.get()).ifPresent(entry -> items.put(entry.name(), entry));
    }
    return draft.with(List.copyOf(items.values()), recipes);
  }

  private Optional<Recipe> recipe(PartRef blob, Set<PartRef> candidates)
      throws IOException, StoreException {
    if (candidates.isEmpty() || !isWorth(blob.bytes())) {
      return Optional.empty();
    }
    var question = new Question(blob, candidates);
    if (!answers.containsKey(question)) {
      answers.put(question, search(blob, candidates));
    }
    return answers.get(question);
  }

  private Optional<Recipe> search(PartRef blob, Set<PartRef> candidates)
      throws IOException, StoreException {
    List<PartRef> bases =
        candidates.stream()
            .filter(base -> isWorth(base.bytes()) && blobs.contains(base.digest()))
            .toList();
    return bases.isEmpty()
        ? Optional.empty()
        : Optional.of(search.of(blob, bases))
            .filter(found -> (blob.bytes() - found.freshBytes()) * WORTH >= blob.bytes());
  }
}
