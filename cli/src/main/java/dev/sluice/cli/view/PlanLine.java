package dev.sluice.cli.view;

import dev.sluice.canonical.Json;
import dev.sluice.state.ObjectId;
import dev.sluice.state.text.SafeText;

/**
 * One line of a plan.
 *
 * @param action what becomes of the object
 * @param object the object
 * @param kind name of its kind
 * @param title what people call it; untrusted text
 * @param remark why, or with what
 */
public record PlanLine(Action action, ObjectId object, String kind, String title, SafeText remark) {
  /** What becomes of an object. */
  public enum Action {
    CREATE("+", "to create", "created"),
    UPDATE("~", "to update", "updated"),
    REMOVE("-", "to remove", "removed"),
    TAKE_INCOMING("!", "to resolve with what came in", "resolved with what came in"),
    TAKE_MINE("!", "to resolve with what is here", "resolved with what is here"),
    SAME("=", "the same", "the same"),
    WAIT(".", "waiting", "waiting"),
    IGNORE("x", "ignored", "ignored"),
    REJECT("x", "to reject", "rejected"),
    CONFLICT("!", "in conflict", "in conflict"),
    BLOCKED("!", "blocked", "blocked");

    private final String sign;
    private final String due;
    private final String done;

    Action(String sign, String due, String done) {
      this.sign = sign;
      this.due = due;
      this.done = done;
    }

    String due() {
      return due;
    }

    String done() {
      return done;
    }

    /** Its sign and word. */
    public SafeText shown() {
      return SafeText.of("  " + sign + " " + Shown.word(this).replace('-', ' '));
    }
  }

  Json json() {
    return Json.object()
        .put("action", Shown.word(action))
        .put("id", object.text())
        .put("type", kind)
        .put("title", title)
        .put("remark", remark.toString())
        .build();
  }
}
