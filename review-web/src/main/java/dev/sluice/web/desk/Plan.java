package dev.sluice.web.desk;

import dev.sluice.state.ObjectId;
import dev.sluice.state.text.SafeText;
import java.util.List;

/**
 * What an apply would do.
 *
 * @param id its name, which changes with what it would do
 * @param summary how many of each
 * @param changes whether a person's decisions would be carried out
 * @param lines one for each object that changes and each batch that does not
 */
public record Plan(String id, SafeText summary, Changes changes, List<Line> lines) {
  /** Whether there is something to do. */
  public enum Changes {
    SOMETHING,
    NOTHING
  }

  /**
   * One line.
   *
   * @param action what becomes of it
   * @param object the object, or the root of the batch
   * @param kind name of its kind
   * @param title what people call it
   * @param remark why, or with what
   */
  public record Line(
      SafeText action, ObjectId object, String kind, SafeText title, SafeText remark) {}

  public Plan {
    lines = List.copyOf(lines);
  }
}
