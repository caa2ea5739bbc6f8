package dev.sluice.web.page;

import dev.sluice.state.review.ListedBatch;
import java.util.List;

/**
 * The form of a decision, as filled in so far.
 *
 * @param form where it goes
 * @param verdict the chosen word; empty for none
 * @param reason as typed
 * @param note as typed
 * @param take for a conflict: whose versions count; empty for nobody's
 * @param along batches that would be taken along, to be agreed to; none unless that is asked
 * @param problems what is wrong with it, each with the field it is about
 */
public record RulingForm(
    Form form,
    String verdict,
    String reason,
    String note,
    String take,
    List<ListedBatch> along,
    List<Problem> problems) {
  /** Something to mend in a form. */
  public record Problem(String field, String words) {}

  public RulingForm {
    along = List.copyOf(along);
    problems = List.copyOf(problems);
  }

  /** An empty form. */
  public static RulingForm blank(Form form) {
    return new RulingForm(form, "", "", "", "", List.of(), List.of());
  }

  boolean asks() {
    return !along.isEmpty();
  }

  boolean takes(String word) {
    return take.equals(word);
  }

  boolean chose(String word) {
    return verdict.equals(word);
  }
}
