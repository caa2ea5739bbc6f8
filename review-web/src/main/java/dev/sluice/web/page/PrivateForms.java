package dev.sluice.web.page;

/**
 * The forms of a page of private data.
 *
 * @param share lets items leave
 * @param withhold keeps them here
 * @param passphrase whether sharing asks for it again
 */
public record PrivateForms(Form share, Form withhold, Passphrase passphrase) {
  /** Whether the passphrase of the keys is typed again. */
  public enum Passphrase {
    WANTED,
    NONE
  }
}
