package dev.sluice.state.store;

/**
 * One thing in a store that is not as it was written.
 *
 * @param kind what is wrong
 * @param subject with what: a table, a digest, a file, a peer
 * @param found what was seen there
 */
public record StoreFault(Kind kind, String subject, String found) {
  /** What can be wrong. */
  public enum Kind {
    /** Pages of the database contradict each other, or rows their rules. */
    DATABASE_DAMAGED("database-damaged"),
    /** A row names another one that is not there. */
    REFERENCE_BROKEN("reference-broken"),
    /** An object cannot be read, or is filed as something else. */
    OBJECT_DAMAGED("object-damaged"),
    /** A batch or document has not the bytes that its digest was made of. */
    DOCUMENT_DAMAGED("document-damaged"),
    /** The file of a blob is gone. */
    BLOB_MISSING("blob-missing"),
    /** The file of a blob has not the bytes that its digest was made of. */
    BLOB_DAMAGED("blob-damaged"),
    /** The feed to a peer has a gap, or a chain hash that does not follow from its batches. */
    FEED_BROKEN("feed-broken"),
    /** The same of what came from a peer. */
    INBOX_BROKEN("inbox-broken"),
    /** An entry of the audit log was changed, added or taken out. */
    AUDIT_BROKEN("audit-broken"),
    /** A whole blob that no write refers to; a killed command leaves such. */
    BLOB_UNLISTED("blob-unlisted"),
    /** A file among the blobs that is none. */
    FILE_STRAY("file-stray");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** Whether nothing that was written is lost or changed. */
    public boolean isHarmless() {
      return this == BLOB_UNLISTED || this == FILE_STRAY;
    }

    @Override
    public String toString() {
      return word;
    }
  }
}
