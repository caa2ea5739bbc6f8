package dev.sluice.bundle.crypto;

/** A public key or a key share that no honest peer makes. The message names the rule it breaks. */
public final class RefusedKeyException extends Exception {
  private static final long serialVersionUID = 1L;

  RefusedKeyException(String rule) {
    super(rule);
  }
}
