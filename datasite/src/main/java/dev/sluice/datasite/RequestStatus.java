package dev.sluice.datasite;

import dev.sluice.state.StateObject;
import java.util.Optional;

/**
 * What a person is told about a request.
 *
 * @param word one of the constants, or whatever else the other side says; untrusted text
 * @param reason why it was rejected or revoked, in the data owner's words; untrusted text
 */
public record RequestStatus(String word, Optional<String> reason) {
  public static final String PENDING = "pending";
  public static final String APPROVED = "approved";
  public static final String REJECTED = "rejected";

  /** Taken back by its researcher. */
  public static final String WITHDRAWN = "withdrawn";

  /** It was approved, and the data owner took the release of its last result back. */
  public static final String REVOKED = "revoked";

  /** Fields of a request. */
  static final String FIELD = "status";

  static final String REASON = "reason";

  /** Fields with what the other side's receipt said: the request itself did not get in there. */
  static final String ANSWER = "answer";

  static final String ANSWER_REASON = "answer_reason";

  /** The receipt's word comes first, since the status never reached the other side then. */
  static RequestStatus of(StateObject request) {
    if (request.text(ANSWER).filter(REJECTED::equals).isPresent()) {
      return new RequestStatus(REJECTED, request.text(ANSWER_REASON));
    }
    String word = request.text(FIELD).orElse(PENDING);
    boolean explained = word.equals(REJECTED) || word.equals(REVOKED);
    return new RequestStatus(word, explained ? request.text(REASON) : Optional.empty());
  }

  boolean is(String constant) {
    return word.equals(constant);
  }
}
