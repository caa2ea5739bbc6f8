package dev.sluice.state.kind;

/** What a reference means for the batches of its two ends. */
public enum Tie {
  /** The target belongs into the batch of the object that refers to it. */
  MEMBER("member"),
  /** Like {@link #MEMBER}, and what belongs to the target comes along as well. */
  CLOSURE("closure"),
  /** The object that refers belongs into the batch of the target: a log to its job. */
  CHILD("child"),
  /** The target has to be there, but travels by itself. */
  REQUIRES("requires");

  private final String word;

  Tie(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
