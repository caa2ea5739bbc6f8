package dev.sluice.exporter;

import dev.sluice.bundle.BundleDraft;
import dev.sluice.bundle.model.EntryName;
import dev.sluice.canonical.Digest;
import dev.sluice.state.PartRef;
import dev.sluice.state.batch.Batch;
import dev.sluice.state.batch.BatchItem;
import dev.sluice.state.review.StoredBatches;
import dev.sluice.state.share.Document;
import dev.sluice.state.store.BlobDamagedException;
import dev.sluice.state.store.BlobStore;
import dev.sluice.state.store.PeerView;
import dev.sluice.state.store.StateStore;
import dev.sluice.state.store.StoreException;
import dev.sluice.state.store.StoreView;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The documents and blobs that a stretch of the feed needs, each once, as items of a bundle. */
final class FeedDocuments {
  private final StateStore store;
  private final SortedMap<Digest, Integer> documents = new TreeMap<>();
  private final SortedMap<Digest, Long> blobs = new TreeMap<>();

  private FeedDocuments(StateStore store) {
    this.store = store;
  }

  /** Gathers what {@code batches} need and {@code peer} does not hold. */
  static FeedDocuments of(
      StateStore store, StoreView view, PeerView peer, Collection<Batch> batches) {
    var gathered = new FeedDocuments(store);
    for (Batch batch : batches) {
      for (BatchItem item : batch.items()) {
        gathered.add(view, peer, item.document());
      }
    }
    return gathered;
  }

  private void add(StoreView view, PeerView peer, Digest digest) {
    if (documents.containsKey(digest)) {
      return;
    }
    Document document = StoredBatches.document(view, digest);
    documents.put(digest, document.bytes().length);
    for (PartRef part : document.parts().values()) {
      if (!peer.holdsBlob(part.digest())) {
        blobs.put(part.digest(), part.bytes());
      }
    }
  }

  /** The documents, read from the store page by page while they are packed. */
  List<BundleDraft.Item> documents() {
    var pages = new DocumentPages(store, documents);
    return documents.entrySet().stream()
        .map(
            entry ->
                new BundleDraft.Item(
                    EntryName.document(entry.getKey()),
                    entry.getValue(),
                    () -> openDocument(pages, entry.getKey())))
        .toList();
  }

  /** The blobs, streamed from the store while they are packed. */
  List<BundleDraft.Item> blobs() {
    BlobStore files = store.blobs();
    return blobs.entrySet().stream()
        .map(
            entry ->
                new BundleDraft.Item(
                    EntryName.blob(entry.getKey()),
                    entry.getValue(),
                    () -> openBlob(files, entry.getKey())))
        .toList();
  }

  /** Whether packing failed because of what this site keeps, not because of the medium. */
  static boolean isOfTheStore(IOException e) {
    return e instanceof BlobDamagedException || e.getCause() instanceof StoreException;
  }

  /** What a bundle of all this may take at most. */
  long bytes() {
    return documents.values().stream().mapToLong(Integer::longValue).sum()
        + blobs.values().stream().mapToLong(Long::longValue).sum()
        + (documents.size() + blobs.size()) * BYTES_PER_ENTRY
        + BYTES_PER_BUNDLE;
  }

  private static final long BYTES_PER_ENTRY = 2048;
  private static final long BYTES_PER_BUNDLE = 1 << 20;

  private static InputStream openDocument(DocumentPages pages, Digest digest) throws IOException {
    try {
      return new ByteArrayInputStream(pages.take(digest));
    } catch (StoreException e) {
      throw new IOException("document " + digest + " cannot be read", e);
    }
  }

  private static InputStream openBlob(BlobStore files, Digest digest) throws IOException {
    try {
      return files.open(digest);
    } catch (StoreException e) {
      throw new IOException("blob " + digest + " cannot be read", e);
    }
  }
}
