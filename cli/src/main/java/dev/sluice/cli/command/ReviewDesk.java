package dev.sluice.cli.command;

import dev.sluice.api.Disclosure;
import dev.sluice.api.Verdicts;
import dev.sluice.canonical.Digest;
import dev.sluice.cli.console.CliException;
import dev.sluice.cli.view.BatchWords;
import dev.sluice.cli.view.IncomingPlan;
import dev.sluice.cli.view.Listing;
import dev.sluice.cli.view.Listing.Row;
import dev.sluice.cli.view.PlanLine;
import dev.sluice.cli.view.PlanLines;
import dev.sluice.datasite.Withholding;
import dev.sluice.exporter.Outgoing;
import dev.sluice.importer.stage.Stager;
import dev.sluice.state.PartRef;
import dev.sluice.state.audit.AuditEntry;
import dev.sluice.state.audit.AuditFilter;
import dev.sluice.state.diff.LineDiff;
import dev.sluice.state.review.DecisionBook;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.review.PrivateItem;
import dev.sluice.state.review.StoredContent;
import dev.sluice.state.store.BundleEntry;
import dev.sluice.state.store.Decision;
import dev.sluice.state.store.Peer;
import dev.sluice.state.store.ReadOnlyStore;
import dev.sluice.state.store.StoreView;
import dev.sluice.state.store.Verdict;
import dev.sluice.state.text.SafeText;
import dev.sluice.web.desk.Board;
import dev.sluice.web.desk.Desk;
import dev.sluice.web.desk.DeskException;
import dev.sluice.web.desk.DeskException.Reason;
import dev.sluice.web.desk.Plan;
import dev.sluice.web.desk.Ruling;
import dev.sluice.web.desk.Trail;
import dev.sluice.web.report.TransferReport;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * The site of a session for the review page. Looking takes no lock; the store is open only while
 * something is written, so other commands can work on the site while the page is open.
 */
final class ReviewDesk implements Desk {
  private final Session session;
  private final ReadOnlyStore store;
  private Optional<Board> latest = Optional.empty();

  /**
   * @param session whose keys and passphrase are used
   */
  ReviewDesk(Session session) throws Exception {
    this.session = session;
    this.store = ReadOnlyStore.at(session.site().store());
  }

  @Override
  public synchronized Board board() throws DeskException {
    return doing(
        () -> {
          long now = store.<Long, RuntimeException>read(view -> view.audit().sequence());
          if (latest.filter(board -> board.sequence() == now).isEmpty()) {
            latest = Optional.of(store.<Board, Exception>read(this::board));
          }
          return latest.get();
        });
  }

  private Board board(StoreView view) throws Exception {
    Listing listing =
        Listing.of(
            view, session.kinds(), content(), ShortIds.of(view)::shown, Outgoing.Scope.TOUCHED);
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

  private StoredContent content() {
    return new StoredContent(store::openBlob);
  }

  @Override
  public Optional<byte[]> content(PartRef part) throws DeskException {
    return part.bytes() > LineDiff.MOST_BYTES
        ? Optional.empty()
        : doing(() -> content().read(part));
  }

  @Override
  public List<Decision> decisions(ListedBatch batch) throws DeskException {
    return doing(
        () ->
            store.<List<Decision>, RuntimeException>read(
                view -> view.peer(batch.peer()).decisionHistory(batch.direction(), batch.root())));
  }

  @Override
  public List<ListedBatch> along(Board board, ListedBatch batch, Verdict verdict) {
    return Verdicts.along(verdict, batch, board.beside(batch));
  }

  @Override
  public synchronized void decide(List<ListedBatch> batches, Ruling ruling) throws DeskException {
    writing(
        () -> {
          var statement =
              new DecisionBook.Statement(
                  ruling.verdict(), session.actor(), ruling.reason(), ruling.note(), ruling.take());
          return Decided.record(session, unchanged(batches), statement);
        });
  }

  /** The rows of {@code batches} as they are now; refused if one holds something else. */
  private List<Row> unchanged(List<ListedBatch> batches) throws Exception {
    Listing now = Batches.of(session).listing();
    var rows = new ArrayList<Row>();
    for (ListedBatch shown : batches) {
      rows.add(now.same(shown).orElseThrow(ReviewDesk::stale));
    }
    return rows;
  }

  private static DeskException stale() {
    return new DeskException(
        Reason.STALE,
        SafeText.literal("what was shown is not what there is now; nothing was recorded"),
        List.of(),
        null);
  }

  @Override
  public Plan plan() throws DeskException {
    return doing(
        () -> {
          DecisionBook book = session.decisions();
          var stager = new Stager(session.kinds(), content());
          return plan(
              store.<IncomingPlan, Exception>read(
                  view -> IncomingPlan.of(view, stager, book, ShortIds.of(view)::shown)));
        });
  }

  private Plan plan(IncomingPlan plan) {
    PlanLines lines = PlanLines.of(plan, session.kinds());
    return new Plan(
        plan.id(),
        lines.due(),
        ApplyCommand.changes(plan) ? Plan.Changes.SOMETHING : Plan.Changes.NOTHING,
        lines.lines().stream().map(ReviewDesk::line).toList());
  }

  private static Plan.Line line(PlanLine line) {
    return new Plan.Line(
        line.action().shown(),
        line.object(),
        line.kind(),
        BatchWords.title(line.title()),
        line.remark());
  }

  @Override
  public synchronized SafeText apply(String wanted) throws DeskException {
    return writing(
        () -> {
          IncomingPlan plan = Plans.incoming(session);
          if (!plan.id().equals(wanted)) {
            throw stale();
          }
          PlanLines lines = PlanLines.of(plan, session.kinds());
          Plans.of(session).apply(plan);
          return ApplyCommand.applied(plan, lines);
        });
  }

  @Override
  public synchronized void share(ListedBatch batch, List<PrivateItem> items, String reason)
      throws DeskException {
    writing(
        () -> {
          unchanged(List.of(batch));
          var disclosure = new Disclosure(PrivateObjects.site(session), session.decisions());
          return disclosure.share(disclosure.propose(items), reason);
        });
  }

  @Override
  public synchronized void withhold(List<PrivateItem> items) throws DeskException {
    writing(() -> new Withholding(PrivateObjects.site(session)).withhold(items));
  }

  @Override
  public boolean hasPassphrase() {
    return session.keys().isSealed();
  }

  @Override
  public boolean opensKeys(char[] typed) {
    try {
      session.keys().signingKey(() -> typed);
      return true;
    } catch (Exception e) {
      return false;
    }
  }

  @Override
  public List<BundleEntry> history(int most) throws DeskException {
    return doing(
        () -> store.<List<BundleEntry>, RuntimeException>read(view -> bundles(view, most)));
  }

  private static List<BundleEntry> bundles(StoreView view, int most) {
    var found = new ArrayList<BundleEntry>();
    for (Peer peer : view.peers()) {
      found.addAll(view.peer(peer.name()).newestBundles(most));
    }
    found.sort(Comparator.comparing(BundleEntry::at).reversed());
    return List.copyOf(found.subList(0, Math.min(most, found.size())));
  }

  @Override
  public Optional<TransferReport> report(Digest bundle) throws DeskException {
    Clock clock = session.invocation().environment().clock();
    return doing(
        () ->
            store.<Optional<TransferReport>, RuntimeException>read(
                view -> Reports.of(view, session.kinds(), bundle, clock)));
  }

  @Override
  public Trail audit(AuditFilter filter) throws DeskException {
    return doing(
        () ->
            store.<Trail, RuntimeException>read(
                view -> {
                  try (Stream<AuditEntry> entries = view.audit().entries(filter)) {
                    return new Trail(entries.toList(), view.audit().verify());
                  }
                }));
  }

  private <T> T writing(Callable<T> work) throws DeskException {
    return doing(
        () -> {
          try (session) {
            return work.call();
          }
        });
  }

  private static <T> T doing(Callable<T> work) throws DeskException {
    try {
      return work.call();
    } catch (DeskException e) {
      throw e;
    } catch (Exception e) {
      throw refusal(Refusals.of(e));
    }
  }

  private static DeskException refusal(RuntimeException failure) {
    if (!(failure instanceof CliException refusal)) {
      throw failure;
    }
    Reason reason =
        switch (refusal.exit()) {
          case STALE -> Reason.STALE;
          case LOCKED -> Reason.BUSY;
          case STORE, MEDIA, SIGNATURE_INVALID -> Reason.SITE;
          default -> Reason.REFUSED;
        };
    return new DeskException(reason, refusal.sentence(), refusal.help(), refusal);
  }
}
