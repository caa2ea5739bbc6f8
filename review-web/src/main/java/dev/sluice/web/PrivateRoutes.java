package dev.sluice.web;

import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.review.PrivateItem;
import dev.sluice.state.review.PrivateItem.State;
import dev.sluice.state.text.SafeText;
import dev.sluice.web.desk.Board;
import dev.sluice.web.desk.Desk;
import dev.sluice.web.desk.DeskException;
import dev.sluice.web.page.BatchAddress;
import dev.sluice.web.page.Pages;
import dev.sluice.web.page.PrivateForms;
import dev.sluice.web.page.PrivateForms.Passphrase;
import dev.sluice.web.page.RulingForm.Problem;
import dev.sluice.web.preview.Previews;
import dev.sluice.web.preview.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lets private data leave, which takes a tick, a reason, a typed count and the passphrase. */
final class PrivateRoutes {
  private final Desk desk;
  private final Pages pages;
  private final Forms forms;
  private final ContentRoutes contents;

  PrivateRoutes(Desk desk, Pages pages, Forms forms, ContentRoutes contents) {
    this.desk = desk;
    this.pages = pages;
    this.forms = forms;
    this.contents = contents;
  }

  Answer show(Request request, Board board, ListedBatch batch) throws DeskException {
    return page(200, request, board, batch, List.of());
  }

  /** The page, with what the form of {@code request} holds. */
  private Answer page(
      int status, Request request, Board board, ListedBatch batch, List<Problem> problems)
      throws DeskException {
    String path = BatchAddress.of(batch).path();
    Wish wish = Wish.of(request.query().text("as"));
    int page = request.query().page("page");
    var filled =
        new PrivateForms(
            forms.form(path + "/share", board),
            forms.form(path + "/withhold", board),
            desk.hasPassphrase() ? Passphrase.WANTED : Passphrase.NONE,
            wish,
            desk.releasedBefore(batch),
            request.form().all("item"),
            SafeText.of(request.form().text("reason")).toString(),
            problems);
    return Answer.html(
        status,
        pages.privateData(
            board, batch, item -> Previews.of(contents.of(item), wish, page), filled));
  }

  Answer share(Request request, Board board, ListedBatch batch) throws DeskException {
    Optional<Answer> refusal = forms.refusal(request, board, privatePath(batch));
    if (refusal.isPresent()) {
      return refusal.get();
    }
    FormFields form = request.form();
    List<PrivateItem> items = items(batch, form, State.WITHHELD);
    List<Problem> problems = problems(form, items);
    if (!problems.isEmpty()) {
      return page(422, request, board, batch, problems);
    }
    desk.share(batch, items, form.text("reason"));
    return Answer.seeOther(privatePath(batch));
  }

  Answer withhold(Request request, Board board, ListedBatch batch) throws DeskException {
    Optional<Answer> refusal = forms.refusal(request, board, privatePath(batch));
    if (refusal.isPresent()) {
      return refusal.get();
    }
    List<PrivateItem> items = items(batch, request.form(), State.SHARED);
    if (!items.isEmpty()) {
      desk.withhold(items);
    }
    return Answer.seeOther(privatePath(batch));
  }

  private static String privatePath(ListedBatch batch) {
    return BatchAddress.of(batch).path() + "/private";
  }

  /** The items of {@code batch} that are ticked and in this state. */
  private static List<PrivateItem> items(ListedBatch batch, FormFields form, State state) {
    return batch.privateItems().stream()
        .filter(item -> item.state() == state)
        .filter(item -> form.all("item").contains(Pages.tick(item)))
        .toList();
  }

  private List<Problem> problems(FormFields form, List<PrivateItem> items) {
    var problems = new ArrayList<Problem>();
    if (items.isEmpty()) {
      problems.add(new Problem("items", "Tick what is to leave"));
    }
    if (form.text("reason").isBlank()) {
      problems.add(new Problem("reason", "Give a reason for sharing"));
    }
    if (!form.text("count").strip().equals(Integer.toString(items.size()))) {
      problems.add(new Problem("count", "Type how many private items are ticked"));
    }
    if (problems.isEmpty()
        && desk.hasPassphrase()
        && !desk.opensKeys(form.text("passphrase").toCharArray())) {
      problems.add(new Problem("passphrase", "This is not the passphrase of the keys"));
    }
    return problems;
  }
}
