package dev.sluice.bundle.work;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of the process that compute: one for each core, up to eight. */
final class Workers {
  /** More would cost memory that an export has to find on any machine, and outrun any medium. */
  static final int COUNT = Math.max(1, Math.min(8, Runtime.getRuntime().availableProcessors()));

  static final ExecutorService POOL = pool();

  private Workers() {}

  /** Idle threads end, so a stream that nobody closes leaves none behind. */
  private static ExecutorService pool() {
    var numbers = new AtomicInteger();
    var pool =
        new ThreadPoolExecutor(
            COUNT,
            COUNT,
            1,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            job -> {
              var thread = new Thread(job, "bundle-worker-" + numbers.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }
}
