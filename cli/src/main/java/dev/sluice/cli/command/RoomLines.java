package dev.sluice.cli.command;

import dev.sluice.canonical.Json;
import dev.sluice.cli.console.DataSize;
import dev.sluice.exporter.Forecast;
import dev.sluice.exporter.media.MediaException;
import dev.sluice.exporter.media.Medium;
import dev.sluice.state.text.SafeText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What room a bundle takes: how many volumes, how many sticks, and whether those at hand do. */
final class RoomLines {
  /** What a stick of so many GB on its label has free at least. */
  private static final double PROMISED = 0.93e9;

  private static final List<Integer> LABELS = List.of(4, 8, 16, 32, 64, 128, 256);

  private final Forecast forecast;
  private final long free;

  RoomLines(Forecast forecast, List<Path> places) throws MediaException {
    this.forecast = forecast;
    long sum = 0;
    for (Path place : places) {
      sum += Medium.at(place).room();
    }
    this.free = sum;
  }

  SafeText text() {
    SafeText room =
        SafeText.sentence(
            "Takes up to {} in {} volumes, on this site's disk and on sticks. Empty sticks: {}.",
            DataSize.text(forecast.bytes()),
            forecast.volumes().size(),
            sticks());
    return free == 0
        ? room
        : room.plus(SafeText.sentence(" Free at hand: {}.", DataSize.text(free)));
  }

  /** From the smallest that does it in a few, to the one that does it alone. */
  private String sticks() {
    var words = new ArrayList<String>();
    for (int label : LABELS) {
      int count = forecast.media((long) (label * PROMISED));
      if (count > 0) {
        words.add("%d of %d GB".formatted(count, label));
      }
      if (count == 1) {
        break;
      }
    }
    return words.isEmpty() ? "none is large enough for a volume" : String.join(", or ", words);
  }

  Json json() {
    var sticks = Json.object();
    for (int label : LABELS) {
      sticks.put(label + "_gb", forecast.media((long) (label * PROMISED)));
    }
    return Json.object()
        .put("bytes", forecast.bytes())
        .put("free", free)
        .put("sticks", sticks.build())
        .put("volumes", forecast.volumes().size())
        .build();
  }
}
