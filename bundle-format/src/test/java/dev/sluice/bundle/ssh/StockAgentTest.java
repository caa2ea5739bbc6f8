package dev.sluice.bundle.ssh;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sluice.bundle.ssh.agent.AgentSocket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing by OpenSSH's own agent, and OpenSSH's verdict on keys that live in hardware. */
@Tag("stock")
class StockAgentTest {
  private static final byte[] MESSAGE = "a list of sums".getBytes(US_ASCII);

  @TempDir Path folder;

  private final SigningKey key = SigningKey.generate(new SecureRandom());
  private Path socket;
  private Process agent;

  @BeforeEach
  void startAgent() throws Exception {
    socket = folder.resolve("agent");
    agent = start("ssh-agent", "-D", "-a", socket.toString());
    while (!Files.exists(socket)) {
      assertThat(agent.isAlive()).as("ssh-agent runs").isTrue();
      Thread.onSpinWait();
    }
  }

  @AfterEach
  void stopAgent() throws Exception {
    agent.destroy();
    agent.waitFor();
  }

  private Process start(String... command) {
    try {
      var builder = new ProcessBuilder(command).directory(folder.toFile());
      builder.environment().put("SSH_AUTH_SOCK", socket.toString());
      return builder
          .redirectErrorStream(true)
          .redirectOutput(folder.resolve(command[0] + ".out").toFile())
          .start();
    } catch (IOException e) {
      throw new AssertionError("tests tagged \"stock\" need " + command[0] + " on the PATH", e);
    }
  }

  private void addKey() throws Exception {
    Path file = Files.write(folder.resolve("key"), key.revealKeyFile());
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThat(start("ssh-add", "key").waitFor()).isZero();
  }

  private int verifyByStock(String principal, SshPublicKey signer, byte[] signature)
      throws Exception {
    Files.writeString(
        folder.resolve("allowed_signers"),
        new AllowedSigners().allow(principal, EnumSet.of(Namespace.EXPORT), signer).text());
    Files.write(folder.resolve("sig"), signature);
    return new SshKeygen(folder)
        .run(
            MESSAGE,
            "-Y",
            "verify",
            "-f",
            "allowed_signers",
            "-I",
            principal,
            "-n",
            Namespace.EXPORT.toString(),
            "-s",
            "sig")
        .exit();
  }

  @Test
  void signatureByTheAgent_verifiesHereAndByStock() throws Exception {
    addKey();
    var agentSocket = new AgentSocket(socket);
    assertThat(AgentKey.keys(agentSocket)).containsExactly(key.publicKey());
    byte[] file =
        new AgentKey(key.publicKey(), agentSocket).sign(Namespace.EXPORT, MESSAGE).armoured();
    SshSignature.parse(file).verify(Namespace.EXPORT, MESSAGE, List.of(key.publicKey()));
    assertThat(verifyByStock("low-lab", key.publicKey(), file)).isZero();
  }

  @Test
  void keyThatTheAgentDoesNotHold_isRefused() {
    assertThatExceptionOfType(AgentException.class)
        .isThrownBy(
            () ->
                new AgentKey(key.publicKey(), new AgentSocket(socket))
                    .sign(Namespace.EXPORT, MESSAGE))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(AgentException.Reason.REFUSED));
  }

  @Test
  void signatureOfAHardwareKey_verifiesByStock_evenUntouched() throws Exception {
    var token = new HardwareKey();
    byte[] touched = token.file(Namespace.EXPORT, MESSAGE);
    assertThat(verifyByStock("low-lab", token.publicKey(), touched)).isZero();
    token.flags = 0;
    byte[] untouched = token.file(Namespace.EXPORT, MESSAGE);
    assertThat(verifyByStock("low-lab", token.publicKey(), untouched)).isZero();
    Refusal.assertRefused(
        SshException.Reason.NOT_PRESENT,
        () ->
            SshSignature.parse(untouched)
                .verify(Namespace.EXPORT, MESSAGE, List.of(token.publicKey())));
  }
}
