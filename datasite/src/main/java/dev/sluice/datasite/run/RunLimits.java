package dev.sluice.datasite.run;

import java.time.Duration;

/**
 * What one run may use. All values are positive.
 *
 * @param wallTime from start to end; it bounds the processor time too
 * @param memoryBytes address space of each process, at least 16 MiB; for Java the heap
 * @param outputBytes of standard output and of standard error, each
 * @param resultBytes of the result file
 * @param fileBytes of any one file that the code writes
 */
public record RunLimits(
    Duration wallTime, long memoryBytes, long outputBytes, long resultBytes, long fileBytes) {
  private static final long MIB = 1L << 20;

  /** Ten minutes, 2 GiB of memory, 1 MiB of output, 64 MiB of result, files up to 1 GiB. */
  public static final RunLimits DEFAULT =
      new RunLimits(Duration.ofMinutes(10), 2048 * MIB, MIB, 64 * MIB, 1024 * MIB);

  public RunLimits {
    if (wallTime.isNegative() || wallTime.isZero()) {
      throw new IllegalArgumentException("the wall time is not positive: " + wallTime);
    }
    if (memoryBytes < 16 * MIB) {
      throw new IllegalArgumentException("no interpreter starts with memory of " + memoryBytes);
    }
    if (outputBytes < 1 || resultBytes < 1 || fileBytes < 1) {
      throw new IllegalArgumentException("a limit is not positive");
    }
  }

  public RunLimits withWallTime(Duration changed) {
    return new RunLimits(changed, memoryBytes, outputBytes, resultBytes, fileBytes);
  }

  public RunLimits withMemoryBytes(long changed) {
    return new RunLimits(wallTime, changed, outputBytes, resultBytes, fileBytes);
  }

  public RunLimits withOutputBytes(long changed) {
    return new RunLimits(wallTime, memoryBytes, changed, resultBytes, fileBytes);
  }

  public RunLimits withResultBytes(long changed) {
    return new RunLimits(wallTime, memoryBytes, outputBytes, changed, fileBytes);
  }

  public RunLimits withFileBytes(long changed) {
    return new RunLimits(wallTime, memoryBytes, outputBytes, resultBytes, changed);
  }
}
