package dev.sluice.state.batch;

import dev.sluice.state.ObjectId;

/** A batch that cannot be put together, or that is not whole. */
public final class BatchRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is wrong with it. */
  public enum Reason {
    /** The root is not in the state. */
    UNKNOWN_ROOT,
    /** The root belongs into the batch of another object. */
    NOT_A_ROOT,
    /** Objects of the root's kind may not leave this side. */
    WRONG_DIRECTION,
    /** An object is of a kind that this site does not know. */
    UNKNOWN_KIND,
    /** An object refers to one that is neither there nor announced. */
    MISSING_DEPENDENCY,
    /** A reference field holds something else than ids. */
    MALFORMED_REFERENCE,
    /** More than {@link Batch#MOST_ITEMS} objects. */
    TOO_LARGE,
    /** The documents are not those that the items name. */
    WRONG_DOCUMENTS
  }

  private final Reason reason;
  private final String object;

  BatchRefusedException(Reason reason, ObjectId object, String message) {
    super(message);
    this.reason = reason;
    this.object = object.text();
  }

  public Reason reason() {
    return reason;
  }

  /** Id of the object at fault: for a missing dependency the one that refers to it. */
  public String object() {
    return object;
  }
}
