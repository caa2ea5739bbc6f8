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
    EXPIRED
  }

  private final Reason reason;

  ExportRefusedException(Reason reason, String sentence) {
    super(sentence);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
