package dev.sluice.importer.apply;

/** The state has moved since the plan was made; nothing was changed. */
public final class StalePlanException extends Exception {
  private static final long serialVersionUID = 1L;

  StalePlanException() {
    super("the site changed since the plan was made");
  }
}
