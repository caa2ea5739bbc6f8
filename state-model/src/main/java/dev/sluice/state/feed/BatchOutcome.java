package dev.sluice.state.feed;

import dev.sluice.canonical.Fields;
import dev.sluice.canonical.Json;
import dev.sluice.canonical.NotCanonicalException;
import java.util.Optional;

/**
 * What became of one batch on the side that received it.
 *
 * @param position its place in the sender's feed
 * @param verdict what became of it
 * @param reason for a rejected batch: why, in the reviewer's words; untrusted text
 */
public record BatchOutcome(long position, Verdict verdict, Optional<String> reason) {
  /** Longest reason, in code points. */
  public static final int LONGEST_REASON = 2000;

  /** What may become of a batch, as far as the sender learns it. */
  public enum Verdict {
    APPLIED("applied"),
    REJECTED("rejected"),
    /** In conflict with an edit of the receiving side. */
    HELD("held"),
    /** A later batch of the same root took its place. */
    SUPERSEDED("superseded"),
    /** Not decided, skipped or ignored: which of these is nobody's business on the other side. */
    PENDING("pending");

    private final String word;

    Verdict(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  public BatchOutcome {
    if (verdict != Verdict.REJECTED && reason.isPresent()) {
      throw new IllegalArgumentException("only a rejection has a reason");
    }
    if (reason.filter(BatchOutcome::isTooLong).isPresent()) {
      throw new IllegalArgumentException("reason longer than " + LONGEST_REASON);
    }
  }

  /** Whether a reason has more code points than can travel. */
  public static boolean isTooLong(String reason) {
    return reason.codePointCount(0, reason.length()) > LONGEST_REASON;
  }

  /** An outcome that needs no words. */
  public static BatchOutcome of(long position, Verdict verdict) {
    return new BatchOutcome(position, verdict, Optional.empty());
  }

  /** A rejection with the reason that the reviewer released. */
  public static BatchOutcome rejected(long position, String reason) {
    return new BatchOutcome(position, Verdict.REJECTED, Optional.of(reason));
  }

  Json toJson() {
    var json = Json.object().put("position", position).put("verdict", verdict.toString());
    reason.ifPresent(text -> json.put("reason", text));
    return json.build();
  }

  /** Reads an outcome at a position between {@code least} and {@code most}. */
  static BatchOutcome fromJson(Json json, long least, long most) throws NotCanonicalException {
    Fields fields = Fields.of("receipt.outcomes", json);
    long position = fields.integer("position", least, most);
    Verdict verdict = fields.word("verdict", Verdict.class);
    Optional<String> reason =
        verdict == Verdict.REJECTED ? fields.optionalText("reason") : Optional.empty();
    if (reason.filter(BatchOutcome::isTooLong).isPresent()) {
      throw fields.refused("reason", "is longer than " + LONGEST_REASON);
    }
    fields.end();
    return new BatchOutcome(position, verdict, reason);
  }
}
