package dev.sluice.web;

import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.store.Take;
import dev.sluice.state.store.Verdict;
import dev.sluice.state.text.SafeText;
import dev.sluice.web.desk.Board;
import dev.sluice.web.desk.Desk;
import dev.sluice.web.desk.DeskException;
import dev.sluice.web.desk.Ruling;
import dev.sluice.web.page.BatchAddress;
import dev.sluice.web.page.Form;
import dev.sluice.web.page.InboxFilter;
import dev.sluice.web.page.Look;
import dev.sluice.web.page.Pages;
import dev.sluice.web.page.RulingForm;
import dev.sluice.web.page.RulingForm.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The pages of one batch and what they do. */
final class BatchRoutes {
  private static final int ADDRESS = 4;
  private static final int LONGEST_TEXT = 2000;
  private static final String REVIEW = "/review";

  private final Desk desk;
  private final Pages pages;
  private final Forms forms;
  private final ContentRoutes contents;
  private final EarlierRoutes earlier;
  private final PrivateRoutes privateData;

  BatchRoutes(Desk desk, Pages pages, Forms forms) {
    this.desk = desk;
    this.pages = pages;
    this.forms = forms;
    this.contents = new ContentRoutes(desk, pages);
    this.earlier = new EarlierRoutes(desk, pages, contents);
    this.privateData = new PrivateRoutes(desk, pages, forms, contents);
  }

  /** The answer, unless there is no such page or batch. */
  Optional<Answer> answer(Request request) throws DeskException {
    List<String> path = request.segments();
    if (path.size() < ADDRESS || path.size() > ADDRESS + 1) {
      return Optional.empty();
    }
    Optional<BatchAddress> address = BatchAddress.parse(path.subList(1, ADDRESS));
    if (address.isEmpty()) {
      return Optional.empty();
    }
    BatchAddress at = address.get();
    Board touched = desk.board();
    boolean waits = touched.find(at.direction(), at.peer(), at.root()).isPresent();
    Board board = waits ? touched : desk.everything();
    Optional<ListedBatch> batch = board.find(at.direction(), at.peer(), at.root());
    if (batch.isEmpty()) {
      return Optional.empty();
    }
    String what = path.size() == ADDRESS ? "" : path.get(ADDRESS);
    return switch (request.method() + " " + what) {
      case "GET " -> Optional.of(show(request, board, batch.get()));
      case "POST review" -> Optional.of(review(request, board, batch.get()));
      case "GET private" -> Optional.of(privateData.show(request, board, batch.get()));
      case "GET earlier" -> earlier.show(request, board, batch.get());
      case "GET part" -> contents.part(request, board, batch.get());
      case "GET picture" -> contents.picture(request, batch.get());
      case "POST share" -> Optional.of(privateData.share(request, board, batch.get()));
      case "POST withhold" -> Optional.of(privateData.withhold(request, board, batch.get()));
      default -> Optional.empty();
    };
  }

  private Answer show(Request request, Board board, ListedBatch batch) throws DeskException {
    String notice = request.query().has("recorded") ? "Your review was recorded." : "";
    return page(200, request, board, batch, RulingForm.blank(form(board, batch)), notice);
  }

  private Form form(Board board, ListedBatch batch) {
    return forms.form(BatchAddress.of(batch).path() + REVIEW, board);
  }

  private Answer page(
      int status, Request request, Board board, ListedBatch batch, RulingForm ruling, String notice)
      throws DeskException {
    FormFields query = request.query();
    return Answer.html(
        status,
        pages.batch(
            board,
            batch,
            InboxFilter.of(query::text),
            new Look(query.text("view"), query.text("wrap"), query.page("page")),
            desk.decisions(batch),
            ruling,
            notice));
  }

  private Answer review(Request request, Board board, ListedBatch batch) throws DeskException {
    FormFields form = request.form();
    Optional<Answer> refusal = forms.refusal(request, board, BatchAddress.of(batch).path());
    if (refusal.isPresent()) {
      return refusal.get();
    }
    Optional<Verdict> verdict = verdict(form.text("verdict"));
    List<ListedBatch> along = verdict.map(said -> desk.along(board, batch, said)).orElse(List.of());
    List<Problem> problems = problems(form, verdict, along);
    if (!problems.isEmpty()) {
      RulingForm again =
          new RulingForm(
              form(board, batch),
              form.text("verdict"),
              SafeText.of(form.text("reason")).toString(),
              SafeText.of(form.text("note")).toString(),
              form.text("take"),
              along,
              problems);
      return page(422, request, board, batch, again, "");
    }
    List<ListedBatch> all = Stream.concat(Stream.of(batch), along.stream()).toList();
    desk.decide(all, ruling(form, verdict.orElseThrow()));
    return Answer.seeOther(next(board, batch, all));
  }

  /** Whose version counts is said of approvals only; the form asks it for any verdict. */
  private static Ruling ruling(FormFields form, Verdict verdict) {
    Optional<Take> take =
        Stream.of(Take.values())
            .filter(each -> verdict == Verdict.APPROVE)
            .filter(each -> each.toString().equals(form.text("take")))
            .findFirst();
    return new Ruling(verdict, form.text("reason"), form.text("note"), take);
  }

  private static Optional<Verdict> verdict(String word) {
    return Stream.of(Verdict.values()).filter(each -> each.toString().equals(word)).findFirst();
  }

  private static List<Problem> problems(
      FormFields form, Optional<Verdict> verdict, List<ListedBatch> along) {
    var problems = new ArrayList<Problem>();
    if (verdict.isEmpty()) {
      problems.add(new Problem("verdict", "Choose what becomes of it"));
    }
    if (verdict.filter(Verdict.REJECT::equals).isPresent() && form.text("reason").isBlank()) {
      problems.add(new Problem("reason", "Give a reason; a rejection has one"));
    }
    if (form.text("reason").length() > LONGEST_TEXT || form.text("note").length() > LONGEST_TEXT) {
      problems.add(new Problem("reason", "Reason and note have at most 2000 characters"));
    }
    if (SafeText.of(form.text("reason") + form.text("note")).hasMarks()) {
      problems.add(new Problem("reason", "Reason and note hold no hidden characters"));
    }
    if (!along.isEmpty() && !form.text("along").equals(Integer.toString(along.size()))) {
      problems.add(new Problem("along", "Say that the batches that go with it are meant too"));
    }
    return problems;
  }

  /** The next batch that nobody decided about, else the list. */
  private static String next(Board board, ListedBatch batch, List<ListedBatch> decided) {
    List<ListedBatch> list = InboxFilter.of(name -> "").select(board.batches(batch.direction()));
    int from = list.indexOf(batch) + 1;
    return Stream.concat(list.stream().skip(from), list.stream().limit(from))
        .filter(other -> other.standing().isOpen() && !decided.contains(other))
        .findFirst()
        .map(other -> BatchAddress.of(other).path() + "?recorded=1")
        .orElse(
            BatchAddress.of(batch).path().startsWith("/batch/in/")
                ? "/incoming?recorded=1"
                : "/outgoing?recorded=1");
  }
}
