package dev.sluice.web.desk;

import dev.sluice.canonical.Digest;
import dev.sluice.state.PartRef;
import dev.sluice.state.audit.AuditFilter;
import dev.sluice.state.review.EarlierRelease;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.review.PrivateItem;
import dev.sluice.state.store.BundleEntry;
import dev.sluice.state.store.Decision;
import dev.sluice.state.store.Verdict;
import dev.sluice.state.text.SafeText;
import dev.sluice.web.report.TransferReport;
import java.util.List;
import java.util.Optional;

/**
 * A site as one reviewer works on it. Each call stands alone, sees what other programs have done to
 * the site meanwhile, and leaves the site unlocked. Calls may come from several threads.
 */
public interface Desk {
  /** Everything there is to decide on now. */
  Board board() throws DeskException;

  /**
   * The same with all that could leave, also what changed nothing; it costs a walk over the state.
   */
  Board everything() throws DeskException;

  /** The bytes of a part, if they are here and not longer than a diff reads. */
  Optional<byte[]> content(PartRef part) throws DeskException;

  /** What was said about the root of {@code batch} so far, oldest first. */
  List<Decision> decisions(ListedBatch batch) throws DeskException;

  /** The batches that {@code verdict} on {@code batch} would take along. */
  List<ListedBatch> along(Board board, ListedBatch batch, Verdict verdict);

  /**
   * Signs and records one statement about each of {@code batches}, or none.
   *
   * @throws DeskException {@code STALE} if one of them holds something else by now
   */
  void decide(List<ListedBatch> batches, Ruling ruling) throws DeskException;

  /** What an apply would do now. */
  Plan plan() throws DeskException;

  /**
   * Carries out the plan of this id and says what was done.
   *
   * @throws DeskException {@code STALE} if an apply would do something else by now
   */
  SafeText apply(String plan) throws DeskException;

  /**
   * Lets {@code items} of {@code batch} leave with exactly the content that they have there, and
   * approves the batch as it then is.
   *
   * @param reason why; stays on this side
   * @throws DeskException {@code STALE} if the batch holds something else by now
   */
  void share(ListedBatch batch, List<PrivateItem> items, String reason) throws DeskException;

  /** What was released before of the same request, or about the same data, newest first. */
  List<EarlierRelease> releasedBefore(ListedBatch batch) throws DeskException;

  /** Keeps here what was shared and has not left. */
  void withhold(List<PrivateItem> items) throws DeskException;

  /** Whether the site's keys have a passphrase. */
  boolean hasPassphrase();

  /** Whether {@code typed} is that passphrase. */
  boolean opensKeys(char[] typed);

  /** The newest bundles of both directions, newest first. */
  List<BundleEntry> history(int most) throws DeskException;

  /** What the bundle carried that {@code bundle} names, if this site knows it. */
  Optional<TransferReport> report(Digest bundle) throws DeskException;

  /** The log of everything that changed the site. */
  Trail audit(AuditFilter filter) throws DeskException;
}
