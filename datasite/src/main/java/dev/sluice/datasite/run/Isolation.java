package dev.sluice.datasite.run;

/** What keeps running code in, from the strongest to nothing. */
public enum Isolation {
  /**
   * bubblewrap: no network, no sight of other processes or of hidden folders; writes only into its
   * own folders; every process of the run dies with it.
   */
  BUBBLEWRAP("no network, own files only (bubblewrap)"),
  /**
   * Namespaces by {@code unshare}: no network; every process of the run dies with it. The code may
   * read and write all files that the site's account may.
   */
  UNSHARE("no network, but all files of this account are open to the code (unshare)"),
  /**
   * Nothing: the code has the network and all files of the site's account, and a process that
   * leaves its session and its parent may outlive the run.
   */
  NONE("NOT ISOLATED: network and all files of this account are open to the code");

  private final String sentence;

  Isolation(String sentence) {
    this.sentence = sentence;
  }

  public boolean deniesNetwork() {
    return this != NONE;
  }

  public boolean hidesFolders() {
    return this == BUBBLEWRAP;
  }

  /** What to tell a person about it. */
  public String sentence() {
    return sentence;
  }
}
