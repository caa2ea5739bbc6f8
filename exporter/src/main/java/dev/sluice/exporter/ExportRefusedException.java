package dev.sluice.exporter;

/** An export that must not go on; nothing was changed. */
public final class ExportRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** Private items would leave, and nobody confirmed exactly that many. */
    PRIVATE_NOT_CONFIRMED,
    /** The peer's keys or the site's state changed between plan and export. */
    STALE,
    /** The last day of the pairing is over; the other side would refuse the bundle. */
    EXPIRED,
    /** No reader would take the bundle. */
    TOO_LARGE,
    /** The bundle that is to be written again is not the one in the outbox. */
    NOT_KEPT,
    /** The bundle in the outbox has no volume of that name. */
    NO_SUCH_VOLUME,
    /** The bundle in the outbox is not as it was signed. */
    OUTBOX_DAMAGED
  }

  private final Reason reason;

  ExportRefusedException(Reason reason, String sentence) {
    super(sentence);
    this.reason = reason;
  }

  static ExportRefusedException tooLarge(String sentence) {
    return new ExportRefusedException(Reason.TOO_LARGE, sentence);
  }

  public Reason reason() {
    return reason;
  }
}
