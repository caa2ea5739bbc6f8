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
 * @param along batches that would be taken along, to be agreed to; none unless that is asked
 * @param problems what is wrong with it, each with the field it is about
 */
public record RulingForm(
    Form form,
    String verdict,
    String reason,
    String note,
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
    return new RulingForm(form, "", "", "", List.of(), List.of());
  }

  boolean asks() {
    return !along.isEmpty();
  }

  boolean chose(String word) {
    return verdict.equals(word);
  }
}
