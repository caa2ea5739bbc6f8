package dev.sluice.cli.console;

import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.Json;
import java.io.PrintStream;
import java.time.Duration;

/** A line of JSON a second, and one when the step is over. */
record PaceEvents(PrintStream stream) implements PaceDisplay {
  @Override
  public Duration pause() {
    return Duration.ofSeconds(1);
  }

  @Override
  public void show(Pace pace) {
    print(pace, false);
  }

  @Override
  public void end(Pace pace) {
    print(pace, true);
  }

  private void print(Pace pace, boolean ended) {
    Json event =
        Json.object()
            .put("schema", "sluice.progress/1")
            .put("step", pace.what().toString())
            .put("bytes_done", Json.integer(pace.done()))
            .put("bytes_total", Json.integer(pace.total()))
            .put("bytes_per_second", Json.integer(pace.perSecond()))
            .put("seconds_left", Json.integer(pace.secondsLeft()))
            .put("ended", new Json.Bool(ended))
            .build();
    stream.print(CanonicalJson.text(event) + "\n");
    stream.flush();
  }
}
