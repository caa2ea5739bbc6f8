package dev.sluice.state.store;

/** What a person said about a batch. */
public enum Verdict {
  APPROVE("approve"),
  REJECT("reject"),
  /** Not now; the batch stays for next time. */
  SKIP("skip"),
  /** Not this root, until its content changes. */
  IGNORE("ignore"),
  UNIGNORE("unignore"),
  /** Takes the newest verdict back. */
  RESET("reset");

  private final String word;

  Verdict(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
