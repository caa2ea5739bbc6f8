package dev.sluice.state.batch;

import dev.sluice.canonical.Digest;
import dev.sluice.canonical.Fields;
import dev.sluice.canonical.Json;
import dev.sluice.canonical.NotCanonicalException;
import dev.sluice.state.ObjectId;
import dev.sluice.state.share.Document;

/**
 * One object of a batch, by the digest of its document.
 *
 * @param object the object
 * @param kind name of its kind
 * @param document digest of the canonical bytes of its document
 * @param op what applying the document does
 */
public record BatchItem(ObjectId object, String kind, Digest document, Op op) {
  /** What happens to the object. */
  public enum Op {
    PUT("put"),
    REMOVE("remove");

    private final String word;

    Op(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  /** The one item that names {@code document}. */
  public static BatchItem of(Document document) {
    return new BatchItem(
        document.id(),
        document.kind(),
        document.digest(),
        document.isRemoved() ? Op.REMOVE : Op.PUT);
  }

  Json toJson() {
    return Json.object()
        .put("document", document)
        .put("id", object.text())
        .put("kind", kind)
        .put("op", op.toString())
        .build();
  }

  static BatchItem fromJson(Json json) throws NotCanonicalException {
    Fields fields = Fields.of("batch.items", json);
    var item =
        new BatchItem(
            ObjectId.parse(fields.text("id")),
            fields.text("kind"),
            fields.digest("document"),
            fields.word("op", Op.class));
    fields.end();
    return item;
  }
}
