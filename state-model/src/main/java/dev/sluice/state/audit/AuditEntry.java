package dev.sluice.state.audit;

import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.Digest;
import dev.sluice.canonical.Fields;
import dev.sluice.canonical.Json;
import dev.sluice.canonical.JsonLimits;
import dev.sluice.canonical.NotCanonicalException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One link of the audit log: an event, its place, its time, and the digest of the link before it.
 *
 * @param sequence place in the log, from 1 without gaps
 * @param time when the change was made, in whole milliseconds
 * @param previous digest of the entry before, {@link Digest#ZERO} for the first
 * @param event what happened
 */
public record AuditEntry(long sequence, Instant time, Digest previous, AuditEvent event) {
  private static final int FORMAT = 1;
  private static final int MOST_SUBJECTS = 100_000;

  public AuditEntry {
    if (sequence < 1) {
      throw new IllegalArgumentException("entries count from 1");
    }
    time = time.truncatedTo(ChronoUnit.MILLIS);
  }

  /** The canonical bytes: what the digest covers. */
  public byte[] bytes() {
    return CanonicalJson.write(
        Json.object()
            .put("action", event.action())
            .put("actor", event.actor())
            .put("details", event.details())
            .put("format", FORMAT)
            .put("previous", previous)
            .put("sequence", sequence)
            .put("subjects", Json.texts(event.subjects()))
            .put("time", time.toString())
            .build());
  }

  /** What the next entry names as its predecessor. */
  public Digest digest() {
    return Digest.of(bytes());
  }

  /**
   * Reads what {@link #bytes} wrote.
   *
   * @throws NotCanonicalException for any other bytes
   */
  public static AuditEntry parse(byte[] bytes) throws NotCanonicalException {
    Fields fields = Fields.of("entry", CanonicalJson.parseObject(bytes, JsonLimits.DOCUMENT));
    fields.integer("format", FORMAT, FORMAT);
    var entry =
        new AuditEntry(
            fields.integer("sequence", 1, Json.MAX_INTEGER),
            time(fields),
            fields.digest("previous"),
            event(fields));
    fields.end();
    return entry;
  }

  private static AuditEvent event(Fields fields) throws NotCanonicalException {
    String action = fields.text("action");
    String actor = fields.text("actor");
    var subjects = fields.texts("subjects", MOST_SUBJECTS);
    Json.Obj details = fields.object("details");
    try {
      var event = new AuditEvent(action, actor, subjects, details);
      if (!event.subjects().equals(subjects)) {
        throw fields.refused("subjects", "is not in order");
      }
      return event;
    } catch (IllegalArgumentException e) {
      throw new NotCanonicalException("entry has no proper action or actor");
    }
  }

  private static Instant time(Fields fields) throws NotCanonicalException {
    String text = fields.text("time");
    try {
      Instant time = Instant.parse(text);
      if (!time.truncatedTo(ChronoUnit.MILLIS).toString().equals(text)) {
        throw fields.refused("time", "is not in its one form");
      }
      return time;
    } catch (DateTimeException e) {
      throw fields.refused("time", "is not a time");
    }
  }
}
