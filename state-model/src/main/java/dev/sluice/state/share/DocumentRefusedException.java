package dev.sluice.state.share;

import dev.sluice.state.ObjectId;

/** A document of the peer that is well formed but says what its kind does not allow. */
public final class DocumentRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Which rule it breaks. */
  public enum Reason {
    UNKNOWN_KIND("is of a kind that this site does not know"),
    WRONG_PREFIX("has an id that does not belong to its kind"),
    ID_OF_ANOTHER("has the id of an object with another name"),
    WRONG_DIRECTION("is of a kind that may not come from that side"),
    BAD_OWNER("names an owner that is no lower-case e-mail address"),
    UNDECLARED_ITEM("holds an item that its kind does not declare"),
    WRONG_TYPE("holds a value of another type than its kind declares"),
    TOO_LONG("holds a value beyond the limits of its type"),
    WRONG_TARGET("refers to an object of another kind than declared"),
    PRIVATE_FROM_LOW("holds private content although it comes from the low side"),
    HOSTILE_NAME("holds a part whose name could not be kept as a file everywhere"),
    LOCAL_ITEM("holds content that never leaves the site it was made on");

    private final String words;

    Reason(String words) {
      this.words = words;
    }
  }

  private final Reason reason;
  private final String document;
  private final String item;

  DocumentRefusedException(Reason reason, ObjectId document, String item) {
    super("document of " + document + " " + reason.words);
    this.reason = reason;
    this.document = document.text();
    this.item = item;
  }

  public Reason reason() {
    return reason;
  }

  /** Id of the object that the document is about. */
  public String document() {
    return document;
  }

  /** Name of the field or part, empty when it is about the whole; untrusted text. */
  public String item() {
    return item;
  }
}
