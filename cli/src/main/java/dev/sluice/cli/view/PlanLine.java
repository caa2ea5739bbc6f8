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
record PlanLine(Action action, ObjectId object, String kind, String title, SafeText remark) {
  /** What becomes of an object. */
  enum Action {
    CREATE("+", "to create"),
    UPDATE("~", "to update"),
    REMOVE("-", "to remove"),
    SAME("=", "the same"),
    WAIT(".", "waiting"),
    IGNORE("x", "ignored"),
    REJECT("x", "rejected"),
    CONFLICT("!", "in conflict"),
    BLOCKED("!", "blocked");

    private final String sign;
    private final String summary;

    Action(String sign, String summary) {
      this.sign = sign;
      this.summary = summary;
    }

    String summary() {
      return summary;
    }

    SafeText shown() {
      return SafeText.of("  " + sign + " " + Shown.word(this));
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
