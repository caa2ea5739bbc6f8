package dev.sluice.web.page;

import dev.sluice.state.review.EarlierRelease;
import dev.sluice.web.preview.Wish;
import java.util.List;

/**
 * The forms of the page of private data, as filled in so far.
 *
 * @param share lets items leave
 * @param withhold keeps them here
 * @param passphrase whether the passphrase is wanted again
 * @param wish how the items are shown
 * @param earlier what was released before of the same request or about the same data
 * @param ticked ids of the objects that are ticked
 * @param reason as typed
 * @param problems what is wrong with it, each with the field it is about
 */
public record PrivateForms(
    Form share,
    Form withhold,
    Passphrase passphrase,
    Wish wish,
    List<EarlierRelease> earlier,
    List<String> ticked,
    String reason,
    List<RulingForm.Problem> problems) {
  /** Whether the passphrase is asked for. */
  public enum Passphrase {
    WANTED,
    NONE
  }

  public PrivateForms {
    earlier = List.copyOf(earlier);
    ticked = List.copyOf(ticked);
    problems = List.copyOf(problems);
  }
}
