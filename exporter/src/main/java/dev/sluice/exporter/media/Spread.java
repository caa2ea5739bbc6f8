package dev.sluice.exporter.media;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Which volumes go onto which medium: in order, each medium filled before the next is begun.
 *
 * @param media for each medium, what it gets; may be empty
 * @param left what none of them has room for
 */
public record Spread<T>(List<List<T>> media, List<T> left) {
  /** Room that small files, and half-filled clusters, take on every medium. */
  static final long SMALL_FILES = 1L << 20;

  public Spread {
    media = List.copyOf(media);
    left = List.copyOf(left);
  }

  /**
   * Fills media of {@code rooms} bytes.
   *
   * @param length of a volume
   */
  public static <T> Spread<T> of(List<T> volumes, ToLongFunction<T> length, List<Long> rooms) {
    var media = new ArrayList<List<T>>();
    int next = 0;
    for (long room : rooms) {
      var taken = new ArrayList<T>();
      long free = room - SMALL_FILES;
      while (next < volumes.size() && length.applyAsLong(volumes.get(next)) <= free) {
        free -= length.applyAsLong(volumes.get(next));
        taken.add(volumes.get(next++));
      }
      media.add(List.copyOf(taken));
    }
    return new Spread<>(media, volumes.subList(next, volumes.size()));
  }

  /** How many media of {@code room} bytes it takes; 0 if a volume does not fit any. */
  public static int count(List<Long> volumes, long room) {
    int media = 0;
    List<Long> left = volumes;
    while (!left.isEmpty()) {
      Spread<Long> spread = of(left, length -> length, List.of(room));
      if (spread.media().get(0).isEmpty()) {
        return 0;
      }
      left = spread.left();
      media++;
    }
    return media;
  }
}
