package dev.sluice.exporter;

import dev.sluice.exporter.media.Spread;
import java.util.List;

/**
 * How much room a bundle will take.
 *
 * @param volumes longest length of each volume, in order
 */
public record Forecast(List<Long> volumes) {
  public Forecast {
    volumes = List.copyOf(volumes);
  }

  /** Most bytes in all. */
  public long bytes() {
    return volumes.stream().mapToLong(Long::longValue).sum();
  }

  /** How many media of {@code room} bytes it takes; 0 if a volume does not fit any. */
  public int media(long room) {
    return Spread.count(volumes, room);
  }
}
