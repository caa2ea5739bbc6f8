package dev.sluice.cli.console;

import dev.sluice.canonical.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The one shape of every JSON document that a command prints. Within a schema's version fields are
 * only ever added.
 */
public final class Envelope {
  private static final String ERROR_SCHEMA = "sluice.error/1";

  private final Instant time;
  private final List<String> warnings;
  private final Json.Obj place;

  private Envelope(Instant time, List<String> warnings, Json.Obj place) {
    this.time = time.truncatedTo(ChronoUnit.SECONDS);
    this.warnings = List.copyOf(warnings);
    this.place = place;
  }

  /** An envelope of a command that has no store open. */
  public static Envelope at(Instant time, List<String> warnings) {
    return new Envelope(time, warnings, Json.object().build());
  }

  /** The same envelope, saying on which side and at which position of its store it was made. */
  public Envelope on(String side, long storeSeq) {
    return new Envelope(
        time, warnings, Json.object().put("side", side).put("store_seq", storeSeq).build());
  }

  /** An answer; {@code schema} is name and version, for instance {@code sluice.plan/1}. */
  public Json.Obj data(String schema, Json data) {
    return document(schema, "data", data);
  }

  /** A refusal. */
  public Json.Obj error(ErrorReport report) {
    return document(ERROR_SCHEMA, "error", report.json());
  }

  private Json.Obj document(String schema, String member, Json content) {
    var document =
        Json.object()
            .put("schema", schema)
            .put("ok", new Json.Bool(member.equals("data")))
            .put("time", time.toString())
            .put("warnings", Json.texts(warnings))
            .put(member, content);
    place.fields().forEach(document::put);
    return document.build();
  }
}
