package dev.sluice.bundle.ssh.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sluice.bundle.ssh.AgentException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Agents that say less, more or nothing of what their first four bytes promise. */
class AgentSocketTest {
  private static final byte[] REQUEST = {11};

  @TempDir Path folder;

  private Path socket;
  private ServerSocketChannel server;

  @BeforeEach
  void listen() throws IOException {
    socket = folder.resolve("agent");
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  /** Reads one request and sends {@code bytes} in two pieces. */
  private Thread answering(byte[] bytes) {
    var agent =
        new Thread(
            () -> {
              try (SocketChannel channel = server.accept()) {
                ByteBuffer request = ByteBuffer.allocate(Integer.BYTES + REQUEST.length);
                while (request.hasRemaining()) {
                  channel.read(request);
                }
                int half = bytes.length / 2;
                channel.write(ByteBuffer.wrap(bytes, 0, half));
                channel.write(ByteBuffer.wrap(bytes, half, bytes.length - half));
              } catch (IOException e) {
                // The client may have hung up already, which is its right.
                Thread.currentThread().interrupt();
              }
            });
    agent.start();
    return agent;
  }

  private void assertFails(AgentException.Reason reason, byte[] bytes) throws Exception {
    Thread agent = answering(bytes);
    assertThatExceptionOfType(AgentException.class)
        .isThrownBy(() -> new AgentSocket(socket).ask(REQUEST))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    agent.join();
  }

  @Test
  void wholeAnswer_isHandedOn() throws Exception {
    Thread agent = answering(new byte[] {0, 0, 0, 2, 12, 7});
    assertThat(new AgentSocket(socket).ask(REQUEST)).containsExactly(12, 7);
    agent.join();
  }

  @Test
  void answerBeyondTheLimit_isRefusedBeforeItIsRead() throws Exception {
    assertFails(AgentException.Reason.ANSWER, new byte[] {0, 4, 0, 1});
    assertFails(AgentException.Reason.ANSWER, new byte[] {0x7f, -1, -1, -1});
  }

  @Test
  void emptyAndNegativeLengths_areRefused() throws Exception {
    assertFails(AgentException.Reason.ANSWER, new byte[] {0, 0, 0, 0});
    assertFails(AgentException.Reason.ANSWER, new byte[] {-1, -1, -1, -1});
  }

  @Test
  void agentThatHangsUp_isUnreachable() throws Exception {
    assertFails(AgentException.Reason.UNREACHABLE, new byte[] {});
    assertFails(AgentException.Reason.UNREACHABLE, new byte[] {0, 0});
    assertFails(AgentException.Reason.UNREACHABLE, new byte[] {0, 0, 0, 9, 14});
  }

  @Test
  void noSocket_orAFileInItsPlace_isUnreachable() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "not a socket");
    for (Path path : new Path[] {folder.resolve("missing"), file}) {
      assertThatExceptionOfType(AgentException.class)
          .isThrownBy(() -> new AgentSocket(path).ask(REQUEST))
          .satisfies(e -> assertThat(e.reason()).isEqualTo(AgentException.Reason.UNREACHABLE));
    }
  }
}
