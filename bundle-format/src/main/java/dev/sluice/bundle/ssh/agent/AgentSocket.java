package dev.sluice.bundle.ssh.agent;

import dev.sluice.bundle.ssh.AgentChannel;
import dev.sluice.bundle.ssh.AgentException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** An ssh-agent behind the socket that {@code SSH_AUTH_SOCK} names; one connection per request. */
public final class AgentSocket implements AgentChannel {
  private final Path socket;

  public AgentSocket(Path socket) {
    this.socket = socket;
  }

  @Override
  public byte[] ask(byte[] request) throws IOException {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(socket));
      ByteBuffer out = ByteBuffer.allocate(Integer.BYTES + request.length);
      out.putInt(request.length).put(request).flip();
      while (out.hasRemaining()) {
        channel.write(out);
      }
      int length = read(channel, Integer.BYTES).getInt();
      if (length < 1 || length > MAX_ANSWER) {
        throw new AgentException(
            AgentException.Reason.ANSWER, "the agent's answer is empty or too long");
      }
      return read(channel, length).array();
    } catch (AgentException e) {
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      throw new AgentException(
          AgentException.Reason.UNREACHABLE, "there is no ssh-agent at the socket it should be at");
    }
  }

  private static ByteBuffer read(SocketChannel channel, int length) throws IOException {
    ByteBuffer in = ByteBuffer.allocate(length);
    while (in.hasRemaining()) {
      if (channel.read(in) < 0) {
        throw new AgentException(
            AgentException.Reason.UNREACHABLE, "the agent went away in the middle of its answer");
      }
    }
    return in.flip();
  }
}
