package dev.sluice.api;

import dev.sluice.bundle.ssh.AgentChannel;
import dev.sluice.bundle.ssh.AgentException;
import dev.sluice.bundle.ssh.agent.AgentSocket;
import dev.sluice.cli.site.KeyFolder;
import java.nio.file.Path;

/**
 * What gives the use of a site's keys.
 *
 * @param passphrase asked only if the keys have one, at each step that needs them
 * @param agent holds the signing key, if no file does
 */
public record Unlocking(KeyFolder.Passphrase passphrase, AgentChannel agent) {
  /** For keys in files. */
  public static Unlocking by(KeyFolder.Passphrase passphrase) {
    return new Unlocking(passphrase, Unlocking::noAgent);
  }

  /** The same where an ssh-agent has the signing key. */
  public Unlocking withAgentAt(Path socket) {
    return new Unlocking(passphrase, new AgentSocket(socket));
  }

  private static byte[] noAgent(byte[] request) throws AgentException {
    throw new AgentException(
        AgentException.Reason.UNREACHABLE,
        "the signing key is in an ssh-agent, and none is named (SSH_AUTH_SOCK)");
  }
}
