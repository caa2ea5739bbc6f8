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
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The documents and blobs that a stretch of the feed needs, each once, as items of a bundle. */
final class FeedDocuments {
  private final StateStore store;
  private final SortedMap<Digest, Integer> documents = new TreeMap<>();
  private final SortedMap<Digest, Long> blobs = new TreeMap<>();
  private final Map<Digest, Set<PartRef>> bases = new HashMap<>();

  private FeedDocuments(StateStore store) {
    this.store = store;
  }

  /** Gathers what {@code batches} need and {@code peer} does not hold. */
  static FeedDocuments of(
      StateStore store, StoreView view, PeerView peer, Collection<Batch> batches) {
    var gathered = new FeedDocuments(store);
    for (Batch batch : batches) {
      var known = new KnownVersions(view, peer, batch.root());
      for (BatchItem item : batch.items()) {
        if (!gathered.documents.containsKey(item.document())) {
          Document document = StoredBatches.document(view, item.document());
          gathered.add(document, known);
        }
      }
    }
    return gathered;
  }

  /** Adds a document and those of its blobs that the peer does not hold. */
  void add(Document document, KnownVersions known) {
    documents.put(document.digest(), document.bytes().length);
    document
        .parts()
        .forEach(
            (name, part) -> {
              if (!known.holds(part)) {
                blobs.put(part.digest(), part.bytes());
                bases
                    .computeIfAbsent(part.digest(), digest -> new LinkedHashSet<>())
                    .addAll(known.earlier(document.id(), name, part));
              }
            });
  }

  /** What the peer has in the place of each of the blobs. */
  Map<Digest, Set<PartRef>> bases() {
    return bases;
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
