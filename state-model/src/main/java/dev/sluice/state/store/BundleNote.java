package dev.sluice.state.store;

/** What happened to a bundle. */
public enum BundleNote {
  /** Its content is fixed; from here on a valid bundle of that number can exist. */
  SEALED("sealed"),
  /** It was written to a medium. */
  WRITTEN("written"),
  /** It was read again from the medium and is whole. */
  READ_BACK("read-back"),
  /** It was taken in. */
  IMPORTED("imported"),
  /** It was refused. */
  REFUSED("refused");

  private final String word;

  BundleNote(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
