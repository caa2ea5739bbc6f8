package dev.sluice.cli.command;

import dev.sluice.cli.view.BatchWords;
import dev.sluice.cli.view.IncomingPlan;
import dev.sluice.cli.view.Listing;
import dev.sluice.cli.view.Listing.Row;
import dev.sluice.cli.view.PlanLine;
import dev.sluice.cli.view.PlanLines;
import dev.sluice.exporter.Outgoing.Scope;
import dev.sluice.importer.stage.Stager;
import dev.sluice.state.review.DecisionBook;
import dev.sluice.state.review.StoredContent;
import dev.sluice.state.store.ReadOnlyStore;
import dev.sluice.state.store.StoreView;
import dev.sluice.state.text.SafeText;
import dev.sluice.web.desk.Board;
import dev.sluice.web.desk.Plan;
import java.util.EnumMap;
import java.util.Map;

/** What there is to decide on and what an apply would do, read without locking the site. */
final class DeskBoards {
  private final Session session;
  private final ReadOnlyStore store;
  private final Map<Scope, Board> latest = new EnumMap<>(Scope.class);

  DeskBoards(Session session, ReadOnlyStore store) {
    this.session = session;
    this.store = store;
  }

  /** The batches in {@code scope}; the former answer as long as the site stays as it was. */
  synchronized Board board(Scope scope) throws Exception {
    long now = store.<Long, RuntimeException>read(view -> view.audit().sequence());
    Board known = latest.get(scope);
    if (known == null || known.sequence() != now) {
      known = store.<Board, Exception>read(view -> board(view, scope));
      latest.put(scope, known);
    }
    return known;
  }

  private Board board(StoreView view, Scope scope) throws Exception {
    Listing listing = Listing.of(view, session.kinds(), content(), ShortIds.of(view)::shown, scope);
    return new Board(
        view.site(),
        session.actor(),
        session.kinds(),
        view.audit().sequence(),
        listing.rows().stream().map(Row::batch).toList(),
        listing.broken().stream()
            .map(one -> SafeText.of(String.valueOf(one.problem().getMessage())))
            .toList(),
        listing::isHere,
        listing.names()::of);
  }

  StoredContent content() {
    return new StoredContent(store::openBlob);
  }

  Plan plan() throws Exception {
    DecisionBook book = session.decisions();
    var stager = new Stager(session.kinds(), content());
    return plan(
        store.<IncomingPlan, Exception>read(
            view -> IncomingPlan.of(view, stager, book, ShortIds.of(view)::shown)));
  }

  private Plan plan(IncomingPlan plan) {
    PlanLines lines = PlanLines.of(plan, session.kinds());
    return new Plan(
        plan.id(),
        lines.due(),
        ApplyCommand.changes(plan) ? Plan.Changes.SOMETHING : Plan.Changes.NOTHING,
        lines.lines().stream().map(DeskBoards::line).toList());
  }

  private static Plan.Line line(PlanLine line) {
    return new Plan.Line(
        line.action().shown(),
        line.object(),
        line.kind(),
        BatchWords.title(line.title()),
        line.remark());
  }
}
