package dev.sluice.bundle.work;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * Jobs that run side by side and whose results are taken in the order of their submission.
 *
 * <p>For use by one thread. What one line of jobs holds in memory is bounded by {@link #isFull},
 * which the owner has to ask before it submits.
 */
public final class InOrder<T> {
  /** So many jobs keep every worker busy while the owner is at the oldest result. */
  private static final int MOST = Workers.COUNT + 1;

  private final Deque<Future<T>> line = new ArrayDeque<>();

  /** Whether the oldest result should be taken before another job is submitted. */
  public boolean isFull() {
    return line.size() >= MOST;
  }

  public boolean isEmpty() {
    return line.isEmpty();
  }

  /** Adds a job at the end of the line. */
  public void submit(Callable<T> job) {
    line.add(Workers.POOL.submit(job));
  }

  /** Adds a failure that is thrown when the line has come to it. */
  public void fail(IOException failure) {
    line.add(CompletableFuture.failedFuture(failure));
  }

  /**
   * Removes the oldest job and waits for its result.
   *
   * @throws IOException what the job threw, or an {@link InterruptedIOException} if this thread is
   *     interrupted while it waits
   */
  public T take() throws IOException {
    try {
      return line.remove().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for a worker");
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    }
  }

  /** Forgets all jobs; those that have not begun never will. */
  public void abandon() {
    line.forEach(job -> job.cancel(false));
    line.clear();
  }

  private static IOException failure(Throwable cause) {
    if (cause instanceof IOException expected) {
      return expected;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    throw new IllegalStateException("a job failed", cause);
  }
}
