package dev.sluice.state.review;

/** The reviewer's signature, made and checked outside this module. */
public interface ReviewSeal {
  /** Signs {@code message}; the signature in its armoured text form. */
  String seal(byte[] message);

  /** Whether {@code signature} was made over {@code message} by a key that may review here. */
  boolean fits(byte[] message, String signature);
}
