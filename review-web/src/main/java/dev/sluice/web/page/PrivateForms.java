package dev.sluice.web.page;

import dev.sluice.web.preview.Wish;
import java.util.List;

/**
 * The forms of the page of private data, as filled in so far.
 *
 * @param share lets items leave
 * @param withhold keeps them here
 * @param passphrase whether the passphrase is wanted again
 * @param wish how the items are shown
 * @param ticked ids of the objects that are ticked
 * @param reason as typed
 * @param problems what is wrong with it, each with the field it is about
 */
public record PrivateForms(
    Form share,
    Form withhold,
    Passphrase passphrase,
    Wish wish,
    List<String> ticked,
    String reason,
    List<RulingForm.Problem> problems) {
  /** Whether the passphrase is asked for. */
  public enum Passphrase {
    WANTED,
    NONE
  }

  public PrivateForms {
    ticked = List.copyOf(ticked);
    problems = List.copyOf(problems);
  }
}
