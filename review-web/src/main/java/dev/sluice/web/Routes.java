package dev.sluice.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.state.audit.AuditFilter;
import dev.sluice.state.store.BundleEntry;
import dev.sluice.state.store.Direction;
import dev.sluice.state.text.SafeText;
import dev.sluice.web.desk.Board;
import dev.sluice.web.desk.Desk;
import dev.sluice.web.desk.DeskException;
import dev.sluice.web.desk.Plan;
import dev.sluice.web.drawing.Timeline;
import dev.sluice.web.guard.FormTokens;
import dev.sluice.web.page.InboxFilter;
import dev.sluice.web.page.Pages;
import dev.sluice.web.page.Receipt;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/** Which address shows and does what. A GET changes nothing. */
final class Routes {
  private static final int MOST_BUNDLES = 200;
  private static final int MOST_DRAWN = 40;

  private final Desk desk;
  private final Pages pages = new Pages();
  private final Forms forms;
  private final BatchRoutes batches;
  private final ReportRoutes reports;
  private final Runnable finish;
  private volatile Optional<Receipt> receipt = Optional.empty();

  Routes(Desk desk, SecureRandom random, Runnable finish) {
    this.desk = desk;
    this.forms = new Forms(new FormTokens(random), desk, pages);
    this.batches = new BatchRoutes(desk, pages, forms);
    this.reports = new ReportRoutes(desk);
    this.finish = finish;
  }

  /** Answers a request that passed the gate. */
  Answer answer(Request request) {
    try {
      return found(request).orElseGet(() -> trouble(404, "there is no such page"));
    } catch (DeskException e) {
      return Answer.html(status(e), pages.trouble(e.sentence(), e.help()));
    }
  }

  private static int status(DeskException failure) {
    return switch (failure.reason()) {
      case STALE, REFUSED -> 409;
      case BUSY -> 503;
      case SITE -> 500;
    };
  }

  private Optional<Answer> found(Request request) throws DeskException {
    List<String> path = request.segments();
    String first = path.isEmpty() ? "incoming" : path.get(0);
    if (first.equals("assets") && path.size() == 2) {
      return Assets.find(path.get(1)).filter(answer -> request.asksOnly());
    }
    if (first.equals("batch")) {
      return batches.answer(request);
    }
    if (first.equals("report") && path.size() == 2 && request.asksOnly()) {
      return reports.answer(path.get(1), request.query());
    }
    if (path.size() > 1) {
      return Optional.empty();
    }
    return request.asksOnly() ? screen(first, request) : act(first, request);
  }

  private Optional<Answer> screen(String name, Request request) throws DeskException {
    return switch (name) {
      case "incoming" -> Optional.of(inbox(Direction.IN, request));
      case "outgoing" -> Optional.of(inbox(Direction.OUT, request));
      case "summary" -> Optional.of(summary(200, ""));
      case "done" -> Optional.of(page(pages.done(desk.board(), receipt)));
      case "history" -> Optional.of(page(pages.history(desk.board(), desk.history(MOST_BUNDLES))));
      case "timeline" -> Optional.of(timeline());
      case "audit" -> Optional.of(audit(request));
      case "keys" -> Optional.of(page(pages.keys(desk.board())));
      default -> Optional.empty();
    };
  }

  private Optional<Answer> act(String name, Request request) throws DeskException {
    return switch (name) {
      case "apply" -> Optional.of(apply(request));
      case "finish" -> Optional.of(finish(request));
      default -> Optional.empty();
    };
  }

  private Answer inbox(Direction direction, Request request) throws DeskException {
    InboxFilter filter = InboxFilter.of(request.query()::text);
    String notice =
        request.query().has("recorded") ? "Your review was recorded. Nothing else waits here." : "";
    Board board = filter.wantsUnchanged() ? desk.everything() : desk.board();
    return page(pages.inbox(board, direction, filter, request.query().page("page"), notice));
  }

  private Answer summary(int status, String problem) throws DeskException {
    Board board = desk.board();
    return Answer.html(
        status,
        pages.summary(
            board,
            desk.plan(),
            forms.form("/apply", board),
            forms.form("/finish", board),
            problem));
  }

  private Answer timeline() throws DeskException {
    List<BundleEntry> newest = desk.history(MOST_DRAWN);
    return Answer.content(
        "image/svg+xml", Timeline.of(desk.board().site(), newest).getBytes(UTF_8));
  }

  private Answer audit(Request request) throws DeskException {
    String by = request.query().text("by");
    String about = request.query().text("about");
    AuditFilter filter = by.isEmpty() ? AuditFilter.ALL : AuditFilter.ALL.by(by);
    filter = about.isEmpty() ? filter : filter.about(about);
    return page(pages.audit(desk.board(), desk.audit(filter), by, about));
  }

  private Answer apply(Request request) throws DeskException {
    Optional<Answer> refusal = forms.refusal(request, desk.board(), "/summary");
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (!request.form().text("checked").equals("yes")) {
      return summary(422, "Tick that you have checked the list");
    }
    Board before = desk.board();
    Plan plan = desk.plan();
    SafeText sentence = desk.apply(request.form().text("plan"));
    receipt = Optional.of(new Receipt(sentence, before, plan));
    return Answer.seeOther("/done");
  }

  private Answer finish(Request request) {
    if (!forms.isOurs(request)) {
      return trouble(403, "this form was not made by this page");
    }
    return page(pages.farewell()).then(finish);
  }

  /** Sends a browser that was just let in to the inbox. */
  Answer welcome() {
    return page(pages.welcome());
  }

  /** A page that says why a request is refused. */
  Answer trouble(int status, String why) {
    return Answer.html(status, pages.trouble(SafeText.of(why), List.of()));
  }

  private static Answer page(String html) {
    return Answer.html(200, html);
  }
}
