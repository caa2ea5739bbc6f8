package dev.sluice.importer.receive;

import dev.sluice.canonical.Digest;
import dev.sluice.state.feed.Continuity;
import java.time.Instant;
import java.util.Optional;

/** A genuine bundle that cannot be taken in here; nothing was changed. */
public final class ImportRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** This very bundle was taken in before. */
    REPLAY,
    /** It does not continue what is held of the peer's history. */
    HISTORY,
    /** A batch or document breaks the rules of its kind, or lacks something it needs. */
    CONTENT,
    /** It makes a blob out of an earlier one that is not here, or not for the peer to know. */
    BASE_MISSING,
    /** The disk has too little room for the bundle. */
    NO_SPACE
  }

  private final Reason reason;
  private final transient Optional<Continuity.Verdict> verdict;
  private final transient Optional<Instant> importedAt;

  private ImportRefusedException(
      Reason reason,
      String sentence,
      Optional<Continuity.Verdict> verdict,
      Optional<Instant> importedAt) {
    super(sentence);
    this.reason = reason;
    this.verdict = verdict;
    this.importedAt = importedAt;
  }

  static ImportRefusedException replay(Digest root, Instant at) {
    return new ImportRefusedException(
        Reason.REPLAY,
        "bundle " + root.hex().substring(0, 8) + " was already imported",
        Optional.empty(),
        Optional.of(at));
  }

  static ImportRefusedException history(Continuity.Verdict verdict, String sentence) {
    return new ImportRefusedException(
        Reason.HISTORY, sentence, Optional.of(verdict), Optional.empty());
  }

  static ImportRefusedException endedPairing(long lastBundleIn) {
    return new ImportRefusedException(
        Reason.HISTORY,
        "the bundle says something new under a pairing that has ended and a number that is not above"
            + " the last one taken in, "
            + lastBundleIn,
        Optional.empty(),
        Optional.empty());
  }

  static ImportRefusedException content(String sentence) {
    return new ImportRefusedException(Reason.CONTENT, sentence, Optional.empty(), Optional.empty());
  }

  static ImportRefusedException baseMissing(Digest blob) {
    return new ImportRefusedException(
        Reason.BASE_MISSING,
        "the bundle has only the changes of " + blob + ", and what they were made to is not here",
        Optional.empty(),
        Optional.empty());
  }

  static ImportRefusedException otherBlob(Digest blob) {
    return content(
        "what the bundle makes out of earlier content is not " + blob + "; either is damaged");
  }

  static ImportRefusedException noSpace(long needed, long free) {
    return new ImportRefusedException(
        Reason.NO_SPACE,
        "the bundle needs up to %,d bytes on this disk; %,d are free".formatted(needed, free),
        Optional.empty(),
        Optional.empty());
  }

  public Reason reason() {
    return reason;
  }

  /** For HISTORY: what the bundle is. */
  public Optional<Continuity.Verdict> verdict() {
    return verdict;
  }

  /** For REPLAY: when it was taken in. */
  public Optional<Instant> importedAt() {
    return importedAt;
  }
}
