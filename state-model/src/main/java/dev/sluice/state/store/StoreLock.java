package dev.sluice.state.store;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.Fields;
import dev.sluice.canonical.Json;
import dev.sluice.canonical.JsonLimits;
import dev.sluice.canonical.NotCanonicalException;
import dev.sluice.state.files.PrivateFiles;
import dev.sluice.state.store.StoreException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right of one process to write. The operating system gives it back when the process ends, so
 * there is no stale lock; what the file says only helps the message.
 */
final class StoreLock implements AutoCloseable {
  /**
   * Folders locked by this process. POSIX drops a process's lock as soon as it closes any channel
   * on the file, so a second opener here must not even open it.
   */
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  /** The locked byte lies behind the text, which Windows would else keep others from reading. */
  private static final long LOCKED_BYTE = 1L << 30;

  private static final int LONGEST_NOTE = 1024;

  private final Path folder;
  private final FileChannel channel;

  private StoreLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /** Takes the lock of {@code folder}, or says who has it. Does not wait. */
  static StoreLock take(Path folder, Clock clock) throws StoreException {
    Path file = folder.resolve("lock");
    try {
      Path real = folder.toRealPath();
      if (!HELD_HERE.add(real)) {
        throw locked("by this process");
      }
      try {
        return new StoreLock(real, lockedChannel(file, clock));
      } catch (IOException | StoreException | RuntimeException e) {
        HELD_HERE.remove(real);
        throw e;
      }
    } catch (IOException e) {
      throw StoreException.of(e, file);
    }
  }

  private static FileChannel lockedChannel(Path file, Clock clock)
      throws IOException, StoreException {
    FileChannel channel = PrivateFiles.open(file, Set.of(CREATE, READ, WRITE));
    try {
      if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
        throw locked(holder(channel));
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(note(clock)), 0);
      return channel;
    } catch (IOException | StoreException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static StoreException locked(String holder) {
    return new StoreException(Reason.LOCKED, "the store is in use " + holder);
  }

  private static byte[] note(Clock clock) {
    ProcessHandle process = ProcessHandle.current();
    String program = process.info().command().map(StoreLock::fileName).orElse("unknown");
    return CanonicalJson.write(
        Json.object()
            .put("pid", process.pid())
            .put("program", program)
            .put("since", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString())
            .build());
  }

  private static String fileName(String command) {
    return command.substring(Math.max(command.lastIndexOf('/'), command.lastIndexOf('\\')) + 1);
  }

  private static String holder(FileChannel channel) throws IOException {
    var note = ByteBuffer.allocate(LONGEST_NOTE);
    int length = Math.max(0, channel.read(note, 0));
    try {
      byte[] bytes = Arrays.copyOf(note.array(), length);
      Fields fields = Fields.of("lock", CanonicalJson.parseObject(bytes, JsonLimits.SMALL));
      long pid = fields.integer("pid", 1, Json.MAX_INTEGER);
      return "by process "
          + pid
          + " ("
          + fields.text("program")
          + ") since "
          + fields.text("since");
    } catch (NotCanonicalException e) {
      return "by another process";
    }
  }

  @Override
  public void close() throws StoreException {
    try {
      channel.close();
    } catch (IOException e) {
      throw StoreException.of(e, folder);
    } finally {
      HELD_HERE.remove(folder);
    }
  }
}
