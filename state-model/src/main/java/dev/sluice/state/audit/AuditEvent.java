package dev.sluice.state.audit;

import dev.sluice.canonical.Json;
import dev.sluice.state.ObjectId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Why a change was made. It tells who and what; the store adds when and in which order.
 *
 * @param action what was done: lower-case words joined by hyphens, for instance {@code
 *     batch-approved}
 * @param actor who did it: a person's e-mail or {@code sluice}; untrusted text
 * @param subjects what it was done to, in order and each once: object ids, peer names, digests
 * @param details further facts for whoever reads the log later; never key material
 */
public record AuditEvent(String action, String actor, List<String> subjects, Json.Obj details) {
  private static final Pattern ACTION = Pattern.compile("[a-z]+(-[a-z]+){0,7}");
  private static final Json.Obj NO_DETAILS = Json.object().build();

  public AuditEvent {
    if (!ACTION.matcher(action).matches()) {
      throw new IllegalArgumentException("an action is lower-case words joined by hyphens");
    }
    if (actor.isBlank()) {
      throw new IllegalArgumentException("an event has an actor");
    }
    subjects = List.copyOf(new TreeSet<>(subjects));
  }

  /** An event without subjects and details. */
  public static AuditEvent of(String action, String actor) {
    return new AuditEvent(action, actor, List.of(), NO_DETAILS);
  }

  /** The same event with one more subject. */
  public AuditEvent about(String subject) {
    var more = new ArrayList<>(subjects);
    more.add(subject);
    return new AuditEvent(action, actor, more, details);
  }

  /** The same event with more objects as its subjects. */
  public AuditEvent about(Collection<ObjectId> more) {
    var all = new ArrayList<>(subjects);
    more.forEach(subject -> all.add(subject.text()));
    return new AuditEvent(action, actor, all, details);
  }

  /** The same event with one more object as its subject. */
  public AuditEvent about(ObjectId subject) {
    return about(subject.text());
  }

  /** The same event with one more detail, or another value of it. */
  public AuditEvent with(String key, Json value) {
    var more = new TreeMap<>(details.fields());
    more.put(key, value);
    return new AuditEvent(action, actor, subjects, new Json.Obj(more));
  }

  /** The same event with one more detail that is text. */
  public AuditEvent with(String key, String value) {
    return with(key, Json.text(value));
  }
}
