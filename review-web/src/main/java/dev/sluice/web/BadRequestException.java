package dev.sluice.web;

/** A request that the page never makes. */
final class BadRequestException extends Exception {
  private static final long serialVersionUID = 1L;

  BadRequestException(String what) {
    super(what);
  }

  BadRequestException(String what, Throwable cause) {
    super(what, cause);
  }
}
