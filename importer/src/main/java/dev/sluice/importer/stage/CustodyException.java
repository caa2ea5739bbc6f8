package dev.sluice.importer.stage;

/** What is kept in custody is not what was taken in: the store was damaged or tampered with. */
public final class CustodyException extends Exception {
  private static final long serialVersionUID = 1L;

  CustodyException(String sentence) {
    super(sentence);
  }
}
