package dev.sluice.bundle.ssh;

import java.io.IOException;

/**
 * An agent that does not sign; nothing was signed.
 *
 * <p>The message holds nothing that the agent said.
 */
public final class AgentException extends IOException {
  private static final long serialVersionUID = 1L;

  /** What kind of failure it is. */
  public enum Reason {
    /** There is no agent where one was expected, or it went away. */
    UNREACHABLE,
    /** The agent does not hold the key. */
    NO_SUCH_KEY,
    /** The agent said no: the key was removed, or nobody touched or confirmed. */
    REFUSED,
    /** The answer is no answer of an agent, or a signature that is not good. */
    ANSWER
  }

  private final Reason reason;

  public AgentException(Reason reason, String sentence) {
    super(sentence);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
