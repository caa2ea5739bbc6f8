package dev.sluice.state.diff;

/** How what comes in stands to what is here. */
public enum Status {
  /** It is not here yet. */
  NEW("new"),
  /** It has seen all edits made here, and says something else. */
  CHANGED("changed"),
  /** It says what is here already, or an older version of it. */
  SAME("same"),
  /** It has seen all edits made here, and takes the object away. */
  REMOVED("removed"),
  /** Both sides edited without seeing the other's edit, and say different things. */
  CONFLICT("conflict");

  private final String word;

  Status(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
