package dev.sluice.bundle;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.READ;

import com.sun.nio.file.ExtendedOpenOption;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * A file read past the system's cache, so that the bytes come from the medium. Reads whole blocks
 * at block boundaries, as such access demands.
 */
final class DirectInput extends InputStream {
  private static final int BUFFER = 1 << 20;

  private final FileChannel channel;
  private final ByteBuffer buffer;
  private long position;
  private boolean last;

  private DirectInput(FileChannel channel, int block) {
    this.channel = channel;
    this.buffer = ByteBuffer.allocateDirect(BUFFER + block).alignedSlice(block).limit(BUFFER);
    buffer.position(BUFFER);
  }

  /** Opens {@code file}; empty where the file system has no such access. */
  static Optional<InputStream> open(Path file) throws IOException {
    long block = Files.getFileStore(file).getBlockSize();
    if (block < 1 || block > BUFFER || BUFFER % block != 0) {
      return Optional.empty();
    }
    try {
      FileChannel channel =
          FileChannel.open(file, Set.of(READ, NOFOLLOW_LINKS, ExtendedOpenOption.DIRECT));
      return start(new DirectInput(channel, (int) block));
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }

  /** Some systems open a file like this and refuse to read it. */
  private static Optional<InputStream> start(DirectInput in) throws IOException {
    try {
      in.fill();
      return Optional.of(in);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  private void fill() throws IOException {
    if (last) {
      return;
    }
    buffer.position(0).limit(BUFFER);
    int count = channel.read(buffer, position);
    buffer.flip();
    last = count < BUFFER;
    position += Math.max(0, count);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!buffer.hasRemaining()) {
      fill();
    }
    if (!buffer.hasRemaining()) {
      return -1;
    }
    int count = Math.min(length, buffer.remaining());
    buffer.get(bytes, offset, count);
    return count;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
