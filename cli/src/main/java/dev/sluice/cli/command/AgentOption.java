package dev.sluice.cli.command;

import dev.sluice.bundle.ssh.AgentKey;
import dev.sluice.bundle.ssh.SshPublicKey;
import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.state.text.SafeText;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which key of the ssh-agent is to sign. */
final class AgentOption {
  @Option(
      names = "--agent-key",
      paramLabel = "FINGERPRINT",
      description = "Let this key of the ssh-agent sign, in a hardware token or not.")
  private String fingerprint;

  /** The key that was named, if one was; the agent has to hold it. */
  Optional<SshPublicKey> key(Session session) throws IOException {
    if (fingerprint == null) {
      return Optional.empty();
    }
    List<SshPublicKey> held = AgentKey.keys(session.unlocking().agent());
    Optional<SshPublicKey> key =
        held.stream().filter(one -> one.fingerprint().equals(fingerprint)).findFirst();
    if (key.filter(one -> !one.isComposite()).isEmpty()) {
      var refusal =
          new CliException(
              ExitCode.KEY, SafeText.literal("the ssh-agent holds no such key that can sign here"));
      held.forEach(one -> refusal.help(SafeText.sentence("--agent-key {}", one.fingerprint())));
      throw refusal;
    }
    return key;
  }
}
