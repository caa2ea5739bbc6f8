package dev.sluice.state.store;

import dev.sluice.state.files.PrivateFiles;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Makes many files durable at once. A file system that is asked for several of them at the same
 * time writes its journal once for all, so a group costs little more than its slowest file.
 */
final class GroupSync {
  /** Waiting for a disk takes no core, so there are more threads than cores. */
  private static final int THREADS = 16;

  private static final int WORTH_THREADS = 2 * THREADS;

  private GroupSync() {}

  private interface Sync {
    void of(Path path) throws IOException;
  }

  /** Makes the bytes of the files durable. */
  static void files(Collection<Path> files) throws IOException {
    all(files, GroupSync::file);
  }

  /** Makes the names in the folders durable. */
  static void folders(Collection<Path> folders) throws IOException {
    all(folders, PrivateFiles::sync);
  }

  private static void file(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static void all(Collection<Path> paths, Sync sync) throws IOException {
    if (paths.size() < WORTH_THREADS) {
      for (Path path : paths) {
        sync.of(path);
      }
      return;
    }
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      var jobs = new ArrayList<Callable<Path>>();
      for (Path path : paths) {
        jobs.add(
            () -> {
              sync.of(path);
              return path;
            });
      }
      check(threads.invokeAll(jobs));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while files were made durable");
    } finally {
      threads.shutdownNow();
    }
  }

  private static void check(List<Future<Path>> jobs) throws IOException, InterruptedException {
    for (Future<Path> job : jobs) {
      try {
        job.get();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof IOException expected) {
          throw expected;
        }
        throw new IllegalStateException("a file was not made durable", e.getCause());
      }
    }
  }
}
