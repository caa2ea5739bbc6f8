package dev.sluice.datasite.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/**
 * Takes a result over from a folder that hostile code wrote to. A link, symbolic or hard, would
 * make some other private file the result, so neither is followed.
 */
final class ResultCollector {
  private static final int CHUNK = 64 * 1024;

  private ResultCollector() {}

  /** Copies {@code from} to the new file {@code to} if it is a plain file of at most that size. */
  static ResultCheck collect(Path from, Path to, long limit) throws IOException {
    try {
      if (!isPlain(from)) {
        return ResultCheck.NOT_PLAIN;
      }
      return Files.size(from) > limit ? ResultCheck.TOO_LARGE : copy(from, to, limit);
    } catch (NoSuchFileException e) {
      return ResultCheck.MISSING;
    } catch (AccessDeniedException e) {
      return ResultCheck.NOT_PLAIN;
    }
  }

  private static boolean isPlain(Path file) throws IOException {
    var attributes =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    return attributes.isRegularFile()
        && Files.getAttribute(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS).equals(1)
        && file.toRealPath().equals(file);
  }

  private static ResultCheck copy(Path from, Path to, long limit) throws IOException {
    Set<StandardOpenOption> create =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (var in =
            Files.newByteChannel(from, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
        var out = Files.newByteChannel(to, create)) {
      copy(in, out, limit);
    }
    return ResultCheck.ACCEPTED;
  }

  private static void copy(SeekableByteChannel in, SeekableByteChannel out, long limit)
      throws IOException {
    var chunk = ByteBuffer.allocate(CHUNK);
    long copied = 0;
    while (in.read(chunk) >= 0) {
      chunk.flip();
      copied += chunk.remaining();
      if (copied > limit) {
        throw new IOException("the result still grows: a process of the run is alive");
      }
      while (chunk.hasRemaining()) {
        out.write(chunk);
      }
      chunk.clear();
    }
  }
}
