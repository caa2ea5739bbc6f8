package dev.sluice.cli.command;

import static dev.sluice.cli.command.DeskCalls.doing;

import dev.sluice.api.Disclosure;
import dev.sluice.api.Verdicts;
import dev.sluice.canonical.Digest;
import dev.sluice.cli.view.IncomingPlan;
import dev.sluice.cli.view.Listing;
import dev.sluice.cli.view.Listing.Row;
import dev.sluice.cli.view.PlanLines;
import dev.sluice.datasite.EarlierReleases;
import dev.sluice.datasite.Withholding;
import dev.sluice.exporter.Outgoing.Scope;
import dev.sluice.state.PartRef;
import dev.sluice.state.audit.AuditEntry;
import dev.sluice.state.audit.AuditFilter;
import dev.sluice.state.diff.LineDiff;
import dev.sluice.state.review.DecisionBook;
import dev.sluice.state.review.EarlierRelease;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.review.PrivateItem;
import dev.sluice.state.store.BundleEntry;
import dev.sluice.state.store.Decision;
import dev.sluice.state.store.ReadOnlyStore;
import dev.sluice.state.store.Verdict;
import dev.sluice.state.text.SafeText;
import dev.sluice.web.desk.Board;
import dev.sluice.web.desk.Desk;
import dev.sluice.web.desk.DeskException;
import dev.sluice.web.desk.Plan;
import dev.sluice.web.desk.Ruling;
import dev.sluice.web.desk.Trail;
import dev.sluice.web.report.TransferReport;
import java.time.Clock;
import java.util.ArrayList;
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
  private final DeskBoards boards;

  /**
   * @param session whose keys and passphrase are used
   */
  ReviewDesk(Session session) throws Exception {
    this.session = session;
    this.store = ReadOnlyStore.at(session.site().store());
    this.boards = new DeskBoards(session, store);
  }

  @Override
  public Board board() throws DeskException {
    return doing(() -> boards.board(Scope.TOUCHED));
  }

  @Override
  public Board everything() throws DeskException {
    return doing(() -> boards.board(Scope.EVERYTHING));
  }

  @Override
  public Optional<byte[]> content(PartRef part) throws DeskException {
    return part.bytes() > LineDiff.MOST_BYTES
        ? Optional.empty()
        : doing(() -> boards.content().read(part));
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
    Listing touched = Batches.of(session).listing();
    boolean all = batches.stream().allMatch(shown -> touched.same(shown).isPresent());
    Listing now = all ? touched : Batches.of(session, Scope.EVERYTHING).listing();
    var rows = new ArrayList<Row>();
    for (ListedBatch shown : batches) {
      rows.add(now.same(shown).orElseThrow(DeskCalls::stale));
    }
    return rows;
  }

  @Override
  public Plan plan() throws DeskException {
    return doing(boards::plan);
  }

  @Override
  public synchronized SafeText apply(String wanted) throws DeskException {
    return writing(
        () -> {
          IncomingPlan plan = Plans.incoming(session);
          if (!plan.id().equals(wanted)) {
            throw DeskCalls.stale();
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
          var disclosure = new Disclosure(session.datasite(), session.decisions());
          return disclosure.share(disclosure.propose(items), reason);
        });
  }

  @Override
  public List<EarlierRelease> releasedBefore(ListedBatch batch) throws DeskException {
    return doing(
        () ->
            store.<List<EarlierRelease>, RuntimeException>read(
                view -> EarlierReleases.of(view, batch.root())));
  }

  @Override
  public synchronized void withhold(List<PrivateItem> items) throws DeskException {
    writing(() -> new Withholding(session.datasite()).withhold(items));
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
        () ->
            store.<List<BundleEntry>, RuntimeException>read(
                view -> BundleLedger.newest(view, most)));
  }

  @Override
  public Optional<TransferReport> report(Digest bundle) throws DeskException {
    Clock clock = session.invocation().environment().clock();
    return doing(
        () ->
            store.<Optional<TransferReport>, RuntimeException>read(
                view -> BundleLedger.report(view, session.kinds(), bundle, clock)));
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
}
