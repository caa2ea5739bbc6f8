package dev.sluice.importer.review;

import dev.sluice.state.ObjectId;

/** A decision in the store carries a signature that does not fit: it was not made here. */
public final class ReviewException extends Exception {
  private static final long serialVersionUID = 1L;

  ReviewException(ObjectId root) {
    super("the decision about " + root + " carries a signature that does not fit");
  }
}
