package dev.sluice.bundle.ssh;

import java.io.IOException;

/** A conversation with an agent: one request, one answer, each without its length. */
public interface AgentChannel {
  /** The longest answer that is read; the limit of OpenSSH's own agent. */
  int MAX_ANSWER = 256 * 1024;

  /**
   * Sends {@code request} and waits for the answer, as long as a person may take to touch a key.
   *
   * @throws IOException also for an answer longer than {@link #MAX_ANSWER}
   */
  byte[] ask(byte[] request) throws IOException;
}
