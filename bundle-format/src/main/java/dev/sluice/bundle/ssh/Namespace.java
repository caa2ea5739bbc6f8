package dev.sluice.bundle.ssh;

import java.util.Arrays;
import java.util.Optional;

/**
 * The act that a signature stands for. A signature made for one act never verifies for another.
 *
 * <p>The texts are frozen: a changed meaning gets a new version in its name.
 */
public enum Namespace {
  /** A bundle leaves a side; signs its list of sums. */
  EXPORT("sluice-export.v1@sluice.dev"),
  /** A second person or a guard lets a bundle pass; signs the same list of sums. */
  RELEASE("sluice-release.v1@sluice.dev"),
  /** A reviewer decides about batches; signs the decision record. */
  REVIEW("sluice-review.v1@sluice.dev"),
  /** The destination acknowledges what it applied; signs the receipt. */
  RECEIPT("sluice-receipt.v1@sluice.dev"),
  /** The two sides accept, rotate or revoke each other's keys; signs cards and pairings. */
  PAIRING("sluice-pairing.v1@sluice.dev");

  private final String text;

  Namespace(String text) {
    this.text = text;
  }

  static Optional<Namespace> of(String text) {
    return Arrays.stream(values()).filter(namespace -> namespace.text.equals(text)).findFirst();
  }

  /** The text that is signed, and that {@code ssh-keygen -n} takes. */
  @Override
  public String toString() {
    return text;
  }
}
