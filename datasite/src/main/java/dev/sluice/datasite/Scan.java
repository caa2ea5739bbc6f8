package dev.sluice.datasite;

import java.time.Instant;

/**
 * How a folder is looked through.
 *
 * @param begun the time now. What was changed so shortly before that a later change might not show
 *     is read again by the next scan
 * @param extent which files are read
 * @param headway is told how far it has come
 */
public record Scan(Instant begun, Extent extent, Headway headway) {
  /** Which files are read. */
  public enum Extent {
    /** Those that are new or look changed. */
    CHANGED,
    /** All. */
    ALL
  }

  /** Hears how far a scan has come; never from two threads at once. */
  public interface Headway {
    /** Nobody listens. */
    Headway NONE =
        new Headway() {
          @Override
          public void planned(long bytes) {}

          @Override
          public void done(long bytes) {}
        };

    /** So many more bytes are to be read. */
    void planned(long bytes);

    /** So many more bytes were read. */
    void done(long bytes);
  }

  void planned(long bytes) {
    synchronized (headway) {
      headway.planned(bytes);
    }
  }

  void done(long bytes) {
    synchronized (headway) {
      headway.done(bytes);
    }
  }
}
