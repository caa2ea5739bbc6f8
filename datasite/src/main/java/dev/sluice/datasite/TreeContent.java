package dev.sluice.datasite;

import dev.sluice.state.PartRef;
import dev.sluice.state.store.Sighting;
import dev.sluice.state.store.StoreTransaction;
import java.util.List;
import java.util.SortedMap;

/**
 * What a tracked folder or file holds.
 *
 * @param parts content by path
 * @param fresh what is to be remembered of files that were read
 * @param stale paths of which nothing may be remembered any more
 */
record TreeContent(
    SortedMap<String, PartRef> parts, SortedMap<String, Sighting> fresh, List<String> stale) {
  void remember(StoreTransaction transaction, String folder, String tree) {
    fresh.forEach((path, sighting) -> transaction.see(folder, tree, path, sighting));
    stale.forEach(path -> transaction.unsee(folder, tree, path));
  }
}
