package dev.sluice.state.batch;

import dev.sluice.canonical.NotCanonicalException;
import dev.sluice.state.ObjectId;
import dev.sluice.state.batch.BatchRefusedException.Reason;
import dev.sluice.state.kind.Kind;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.kind.Reference;
import dev.sluice.state.share.Document;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A batch together with its documents, and the proof that nothing is missing: each item has its
 * document, and whatever a document refers to is in the batch or among the required objects.
 */
public final class WholeBatch {
  private final Batch batch;
  private final List<Document> documents;

  private WholeBatch(Batch batch, List<Document> documents) {
    this.batch = batch;
    this.documents = List.copyOf(documents);
  }

  /**
   * Puts a batch and its documents together.
   *
   * @param documents one per item, in the same order
   * @throws BatchRefusedException WRONG_DOCUMENTS, UNKNOWN_KIND, MALFORMED_REFERENCE or
   *     MISSING_DEPENDENCY
   */
  public static WholeBatch of(Batch batch, List<Document> documents, Kinds kinds)
      throws BatchRefusedException {
    if (!documents.stream().map(BatchItem::of).toList().equals(batch.items())) {
      throw new BatchRefusedException(
          Reason.WRONG_DOCUMENTS,
          batch.root(),
          "the documents are not those that the batch of " + batch.root() + " names");
    }
    Set<ObjectId> known = new HashSet<>(batch.required());
    documents.forEach(document -> known.add(document.id()));
    for (Document document : documents) {
      checkReferences(document, known, kinds);
    }
    return new WholeBatch(batch, documents);
  }

  public Batch batch() {
    return batch;
  }

  /** One document per item, in the order of the items. */
  public List<Document> documents() {
    return documents;
  }

  private static void checkReferences(Document document, Set<ObjectId> known, Kinds kinds)
      throws BatchRefusedException {
    for (Reference reference : references(document, kinds)) {
      if (!known.contains(reference.target())) {
        throw missing(document.id(), reference);
      }
    }
  }

  static Kind kindOf(Document document, Kinds kinds) throws BatchRefusedException {
    return kinds
        .kind(document.kind())
        .orElseThrow(
            () ->
                new BatchRefusedException(
                    Reason.UNKNOWN_KIND, document.id(), document.id() + " is of an unknown kind"));
  }

  static List<Reference> references(Document document, Kinds kinds) throws BatchRefusedException {
    try {
      return Reference.of(document.fields(), kindOf(document, kinds));
    } catch (NotCanonicalException e) {
      throw new BatchRefusedException(
          Reason.MALFORMED_REFERENCE, document.id(), document.id() + ": " + e.getMessage());
    }
  }

  static BatchRefusedException missing(ObjectId from, Reference reference) {
    return new BatchRefusedException(
        Reason.MISSING_DEPENDENCY,
        from,
        from + " refers in " + reference.field() + " to " + reference.target() + ", not there");
  }
}
