package dev.sluice.api;

import dev.sluice.api.VerdictRefusedException.Reason;
import dev.sluice.datasite.Datasite;
import dev.sluice.state.audit.AuditEvent;
import dev.sluice.state.diff.Status;
import dev.sluice.state.feed.BatchOutcome;
import dev.sluice.state.review.Cascade;
import dev.sluice.state.review.DecisionBook;
import dev.sluice.state.review.DecisionBook.Statement;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.review.Standing;
import dev.sluice.state.store.Decision;
import dev.sluice.state.store.StoreException;
import dev.sluice.state.store.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * Records verdicts: what one must say, what it may be about and what it takes along, whoever gives
 * it: a command, the walk, the page or a program.
 */
public final class Verdicts {
  private final Datasite site;
  private final DecisionBook book;

  public Verdicts(Datasite site, DecisionBook book) {
    this.site = site;
    this.book = book;
  }

  /** Refuses a verdict that says too little, or more than can travel. */
  public static void check(Verdict verdict, String reason) throws VerdictRefusedException {
    if (verdict != Verdict.REJECT) {
      return;
    }
    if (reason.isBlank()) {
      throw VerdictRefusedException.of(Reason.NO_REASON, "a rejection has a reason");
    }
    if (BatchOutcome.isTooLong(reason)) {
      throw VerdictRefusedException.of(
          Reason.REASON_TOO_LONG,
          "a reason that travels has at most %d characters; this one has %d"
              .formatted(BatchOutcome.LONGEST_REASON, reason.codePointCount(0, reason.length())));
    }
  }

  /** Refuses a statement that makes no sense about {@code batch}. */
  public static void check(Statement statement, ListedBatch batch) throws VerdictRefusedException {
    Verdict verdict = statement.verdict();
    Standing standing = batch.standing();
    if (verdict == Verdict.APPROVE && standing == Standing.IGNORED) {
      throw VerdictRefusedException.of(Reason.IGNORED, batch, standing, "%s is ignored");
    }
    if (verdict == Verdict.UNIGNORE && standing != Standing.IGNORED) {
      throw VerdictRefusedException.of(Reason.NOT_IGNORED, batch, standing, "%s is not ignored");
    }
    if (verdict == Verdict.RESET && standing == Standing.UNDECIDED) {
      throw VerdictRefusedException.of(
          Reason.UNDECIDED, batch, standing, "nothing was decided about %s");
    }
    if (statement.take().isPresent() && batch.status() != Status.CONFLICT) {
      throw VerdictRefusedException.of(
          Reason.NO_CONFLICT, batch, batch.status(), "%s is in no conflict");
    }
  }

  /**
   * The batches that {@code verdict} on {@code batch} takes along, without itself: hiding one hides
   * what needs it, showing it what it needs.
   *
   * @param beside the batches of the same peer and direction
   */
  public static List<ListedBatch> along(
      Verdict verdict, ListedBatch batch, List<ListedBatch> beside) {
    List<ListedBatch> affected =
        switch (verdict) {
          case IGNORE ->
              Cascade.dependents(batch, beside).stream()
                  .filter(other -> other.standing() != Standing.IGNORED)
                  .toList();
          case UNIGNORE ->
              Cascade.dependencies(batch, beside).stream()
                  .filter(other -> other.standing() == Standing.IGNORED)
                  .toList();
          case APPROVE, REJECT, SKIP, RESET -> List.of();
        };
    return affected.stream().filter(other -> !other.equals(batch)).toList();
  }

  /** Signs one statement about each of {@code batches} and keeps all of them in one write. */
  public List<Decision> record(List<ListedBatch> batches, Statement statement)
      throws StoreException, VerdictRefusedException {
    check(statement.verdict(), statement.reason());
    for (ListedBatch batch : batches) {
      check(statement, batch);
    }
    AuditEvent event =
        AuditEvent.of("decide-" + statement.verdict(), site.actor())
            .with("reason", statement.reason())
            .about(batches.stream().map(ListedBatch::root).toList());
    return site.store()
        .<List<Decision>, RuntimeException>write(
            event,
            transaction -> {
              var recorded = new ArrayList<Decision>();
              batches.forEach(batch -> recorded.add(book.record(transaction, batch, statement)));
              return List.copyOf(recorded);
            });
  }
}
