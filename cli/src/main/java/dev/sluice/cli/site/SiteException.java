package dev.sluice.cli.site;

/** A site folder, key or pairing that cannot be used as asked; nothing was changed. */
public final class SiteException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Reason {
    /** The folder is no site, or of a newer version. */
    NOT_A_SITE,
    /** There already is a site, key or peer. */
    ALREADY_THERE,
    /** No such key or peer. */
    MISSING,
    /** The command belongs to another kind of site. */
    WRONG_SIDE,
    /** Wrong passphrase, or a key file that is not one. */
    KEY,
    /** A declared kind that cannot be used. */
    KIND,
    /** The pairing with the peer is not confirmed by both sides. */
    NOT_CONFIRMED
  }

  private final Reason reason;

  public SiteException(Reason reason, String sentence) {
    super(sentence);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
