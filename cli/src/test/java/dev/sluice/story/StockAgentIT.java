package dev.sluice.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.api.Dispatch;
import dev.sluice.api.Site;
import dev.sluice.api.Unlocking;
import dev.sluice.bundle.ssh.AgentException;
import dev.sluice.bundle.ssh.SigningKey;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.testing.Pairs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site whose signing key is in OpenSSH's own agent and in no file. */
@Tag("stock")
class StockAgentIT {
  @TempDir Path folder;

  private final SigningKey key = SigningKey.generate(new SecureRandom());
  private Path socket;
  private Process agent;

  @BeforeEach
  void startAgentWithTheKey() throws Exception {
    socket = folder.resolve("agent");
    agent = start("ssh-agent", "-D", "-a", socket.toString());
    while (!Files.exists(socket)) {
      assertThat(agent.isAlive()).as("ssh-agent runs").isTrue();
      Thread.onSpinWait();
    }
    Path file = Files.write(folder.resolve("key"), key.revealKeyFile());
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThat(start("ssh-add", "key").waitFor()).isZero();
    Files.delete(file);
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

  @Test
  void siteSignsThroughTheAgent_andNotWithoutIt() throws Exception {
    String fingerprint = key.publicKey().fingerprint();
    var sites = new Pairs(folder, socket.toString());
    sites.site("low", "--agent-key", fingerprint).site("high").pair();
    assertThat(folder.resolve("low/keys/signing.key")).doesNotExist();
    sites.on("low", "key", "show").prints(fingerprint, "an ssh-agent");
    Path stick = sites.export();
    sites.on("high", "import", stick.toString()).exits(ExitCode.OK);
    assertThat(start("ssh-add", "-D").waitFor()).isZero();
    sites
        .on("low", "key", "rotate")
        .exits(ExitCode.KEY)
        .reports("the agent did not sign", "ssh-add -L");
  }

  @Test
  void programSignsThroughTheAgent_ifItSaysWhereItIs() throws Exception {
    var sites = new Pairs(folder, socket.toString());
    sites.site("low", "--agent-key", key.publicKey().fingerprint()).site("high").pair();
    sites.on("low", "user", "add", "curie@example.org", "--name", "Marie Curie").exits(ExitCode.OK);
    Path stick = Files.createDirectory(folder.resolve("stick"));
    var inFiles = Unlocking.by(() -> new char[0]);

    try (Site low = open(inFiles.withAgentAt(socket))) {
      Dispatch up = low.dispatch("high-lab");
      up.write(up.plan(), 0, stick);
    }
    sites.on("high", "import", stick.toString()).exits(ExitCode.OK);
    try (Site low = open(inFiles)) {
      Dispatch up = low.dispatch("high-lab");
      assertThatThrownBy(() -> up.write(up.plan(), 0, stick))
          .isInstanceOfSatisfying(
              AgentException.class,
              e -> assertThat(e.reason()).isEqualTo(AgentException.Reason.UNREACHABLE));
    }
  }

  private Site open(Unlocking unlocking) throws Exception {
    return Site.open(
        folder.resolve("low"), "ana", unlocking, Clock.systemUTC(), new SecureRandom());
  }
}
