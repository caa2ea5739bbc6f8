package dev.sluice.exporter;

import dev.sluice.canonical.Digest;
import dev.sluice.state.store.StateStore;
import dev.sluice.state.store.StoreException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Documents of the store for somebody who asks for them in order: a snapshot of the store costs
 * more than a small document, so each gives a page of those that will be asked for next.
 */
final class DocumentPages {
  private static final int MOST_DOCUMENTS = 256;
  private static final long MOST_BYTES = 4 << 20;

  private final StateStore store;
  private final SortedMap<Digest, Integer> lengths;
  private final Map<Digest, byte[]> page = new HashMap<>();

  /**
   * @param lengths all documents there are to ask for, each with its length in bytes
   */
  DocumentPages(StateStore store, SortedMap<Digest, Integer> lengths) {
    this.store = store;
    this.lengths = new TreeMap<>(lengths);
  }

  /** The bytes of one document, which the page then gives up. */
  synchronized byte[] take(Digest digest) throws StoreException {
    if (!page.containsKey(digest)) {
      page.clear();
      List<Digest> next = pageFrom(digest);
      store.<Void, RuntimeException>read(
          view -> {
            next.forEach(one -> page.put(one, view.document(one).orElseThrow()));
            return null;
          });
    }
    return page.remove(digest);
  }

  private List<Digest> pageFrom(Digest first) {
    long[] bytes = {0};
    return lengths.tailMap(first).entrySet().stream()
        .limit(MOST_DOCUMENTS)
        .takeWhile(
            entry -> entry.getKey().equals(first) || (bytes[0] += entry.getValue()) <= MOST_BYTES)
        .map(Map.Entry::getKey)
        .toList();
  }
}
