package dev.sluice.datasite.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;

/** Copies one output stream of a process to a new file, up to a limit, in a thread of its own. */
final class OutputCapture {
  private static final int CHUNK = 8192;

  private final InputStream stream;
  private final Path file;
  private final long limit;
  private final Runnable onExcess;
  private final CompletableFuture<Boolean> exceeded = new CompletableFuture<>();

  private OutputCapture(InputStream stream, Path file, long limit, Runnable onExcess) {
    this.stream = stream;
    this.file = file;
    this.limit = limit;
    this.onExcess = onExcess;
  }

  /** Starts to copy; {@code onExcess} is called once, when the first byte beyond arrives. */
  static OutputCapture start(InputStream stream, Path file, long limit, Runnable onExcess) {
    var capture = new OutputCapture(stream, file, limit, onExcess);
    var thread = new Thread(capture::run, "capture of " + file.getFileName());
    thread.setDaemon(true);
    thread.start();
    return capture;
  }

  /** Completed at the stream's end, or with true at the limit, or with what went wrong. */
  CompletableFuture<Boolean> exceeded() {
    return exceeded;
  }

  private void run() {
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
      boolean excess = copy(out);
      if (excess) {
        onExcess.run();
      }
      exceeded.complete(excess);
    } catch (IOException | RuntimeException e) {
      onExcess.run();
      exceeded.completeExceptionally(e);
    }
  }

  private boolean copy(OutputStream out) throws IOException {
    byte[] chunk = new byte[CHUNK];
    long room = limit;
    for (int read = stream.read(chunk); read >= 0; read = stream.read(chunk)) {
      out.write(chunk, 0, (int) Math.min(read, room));
      if (read > room) {
        return true;
      }
      room -= read;
    }
    return false;
  }
}
