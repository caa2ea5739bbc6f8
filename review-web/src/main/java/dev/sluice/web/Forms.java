package dev.sluice.web;

import dev.sluice.state.audit.AuditFilter;
import dev.sluice.state.text.SafeText;
import dev.sluice.web.desk.Board;
import dev.sluice.web.desk.Desk;
import dev.sluice.web.desk.DeskException;
import dev.sluice.web.guard.FormTokens;
import dev.sluice.web.page.Form;
import dev.sluice.web.page.Pages;
import java.util.List;
import java.util.Optional;

/** Gives out forms and tells whether one that comes back is genuine and up to date. */
final class Forms {
  private final FormTokens tokens;
  private final Desk desk;
  private final Pages pages;

  Forms(FormTokens tokens, Desk desk, Pages pages) {
    this.tokens = tokens;
    this.desk = desk;
    this.pages = pages;
  }

  /** A form that is sent to {@code action}, for the state that {@code board} shows. */
  Form form(String action, Board board) {
    String sequence = Long.toString(board.sequence());
    return new Form(action, sequence, tokens.token(action, sequence));
  }

  /** Whether this page made the form. */
  boolean isOurs(Request request) {
    return tokens.fits(
        request.form().text("token"), request.path(), request.form().text("sequence"));
  }

  /**
   * Why what a form asks for is not done, if so.
   *
   * @param again where to look at the state as it is now
   */
  Optional<Answer> refusal(Request request, Board board, String again) throws DeskException {
    if (!isOurs(request)) {
      SafeText why = SafeText.literal("this form was not made by this page");
      return Optional.of(Answer.html(403, pages.trouble(why, List.of())));
    }
    long made = Long.parseLong(request.form().text("sequence"));
    if (made == board.sequence()) {
      return Optional.empty();
    }
    var since =
        desk.audit(AuditFilter.ALL).entries().stream()
            .filter(entry -> entry.sequence() > made)
            .toList();
    return Optional.of(Answer.html(409, pages.moved(board, since, again)));
  }
}
