package dev.sluice.state.review;

import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.Digest;
import dev.sluice.canonical.JsonLimits;
import dev.sluice.canonical.NotCanonicalException;
import dev.sluice.state.batch.Batch;
import dev.sluice.state.batch.BatchItem;
import dev.sluice.state.share.Document;
import dev.sluice.state.store.StoreView;
import java.util.List;

/** Batches and documents that this side put into its store itself; no others may be read here. */
public final class StoredBatches {
  private StoredBatches() {}

  /** The batch kept under {@code digest}. */
  public static Batch batch(StoreView view, Digest digest) {
    try {
      return Batch.fromJson(CanonicalJson.parseObject(bytes(view, digest), JsonLimits.CONTENTS));
    } catch (NotCanonicalException e) {
      throw new IllegalStateException("the store holds a batch that is none", e);
    }
  }

  /** The document kept under {@code digest}. */
  public static Document document(StoreView view, Digest digest) {
    return parse(bytes(view, digest));
  }

  /** The documents of {@code batch}, in its order. */
  public static List<Document> documents(StoreView view, Batch batch) {
    return batch.items().stream().map(BatchItem::document).map(d -> document(view, d)).toList();
  }

  /** A document whose bytes the store kept. */
  public static Document parse(byte[] bytes) {
    try {
      return Document.parse(bytes);
    } catch (NotCanonicalException e) {
      throw new IllegalStateException("the store holds a document that is none", e);
    }
  }

  private static byte[] bytes(StoreView view, Digest digest) {
    return view.document(digest).orElseThrow();
  }
}
