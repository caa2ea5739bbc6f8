package dev.sluice.bundle.age;

import java.util.Collections;
import java.util.List;

/**
 * Which stanzas a header may have.
 *
 * <p>The age text tells readers to skip stanzas that they do not know, so an unseen recipient or
 * kilobytes of chosen bytes can travel in a file that opens without a word. Applying a policy needs
 * no key.
 */
public final class StanzaPolicy {
  private static final StanzaPolicy ANY = new StanzaPolicy(List.of());

  /** The types wanted, in the order of the file; empty allows everything. */
  private final List<String> wanted;

  private StanzaPolicy(List<String> wanted) {
    this.wanted = wanted;
  }

  /** Allows {@code count} stanzas of the one suite and nothing beside them. */
  public static StanzaPolicy exactly(AgeSuite suite, int count) {
    if (count < 1 || count > AgeHeader.MAX_STANZAS) {
      throw new IllegalArgumentException("a header has 1 to 16 stanzas, not " + count);
    }
    return new StanzaPolicy(Collections.nCopies(count, suite.toString()));
  }

  /** Allows whatever the age text allows; for test vectors and files of other programs only. */
  static StanzaPolicy any() {
    return ANY;
  }

  /**
   * @throws AgeException STANZA_POLICY if {@code header} has another number of stanzas or one of
   *     another type
   */
  public void check(AgeHeader header) throws AgeException {
    if (!wanted.isEmpty() && !header.stanzaTypes().equals(wanted)) {
      throw new AgeException(
          AgeException.Reason.STANZA_POLICY,
          "the age header does not have exactly "
              + wanted.size()
              + " stanza(s) of type "
              + wanted.get(0));
    }
  }
}
