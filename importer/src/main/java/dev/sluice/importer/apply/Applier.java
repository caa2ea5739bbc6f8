package dev.sluice.importer.apply;

import dev.sluice.canonical.Json;
import dev.sluice.importer.stage.StagedBundle.StagedBatch;
import dev.sluice.state.Provenance;
import dev.sluice.state.audit.AuditEvent;
import dev.sluice.state.diff.Status;
import dev.sluice.state.diff.ThreeWay;
import dev.sluice.state.edit.Edits;
import dev.sluice.state.kind.Kind;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.share.Document;
import dev.sluice.state.store.InboxState;
import dev.sluice.state.store.PeerTransaction;
import dev.sluice.state.store.StateStore;
import dev.sluice.state.store.StoreException;
import dev.sluice.state.store.StoreTransaction;
import dev.sluice.state.store.StoreView;
import dev.sluice.state.store.Take;
import java.util.List;

/**
 * The dangerous step: changes the state. It takes a plan and nothing else, does all of it in one
 * write or none, and refuses a plan made on an older state.
 */
public final class Applier {
  private final StateStore store;
  private final Kinds kinds;

  public Applier(StateStore store, Kinds kinds) {
    this.store = store;
    this.kinds = kinds;
  }

  /**
   * Carries out {@code plan}.
   *
   * @param actor who applies, for the audit log
   * @throws StalePlanException if the state has moved since the plan was made
   */
  public void apply(ApplyPlan plan, String actor) throws StoreException, StalePlanException {
    store.<Void, StalePlanException>write(
        event(plan, actor),
        transaction -> {
          if (transaction.sequence() != plan.sequence() + 1) {
            throw new StalePlanException();
          }
          apply(transaction, plan);
          return null;
        });
  }

  private static AuditEvent event(ApplyPlan plan, String actor) {
    return AuditEvent.of("apply", actor)
        .about(plan.peer())
        .with("plan", plan.id().hex())
        .with("rejected", Json.integer(plan.lots().rejected().size()))
        .about(plan.lots().applied().stream().map(batch -> batch.listed().root()).toList());
  }

  private void apply(StoreTransaction transaction, ApplyPlan plan) {
    var edits = new Edits(transaction, kinds);
    PeerTransaction peer = transaction.peer(plan.peer());
    for (StagedBatch batch : plan.lots().applied()) {
      take(edits, transaction, plan.peer(), batch.listed());
      own(peer, batch);
      peer.setInboxState(batch.entry().position(), outcome(batch.listed()));
    }
    plan.lots().settled().stream()
        .flatMap(batch -> batch.listed().whole().documents().stream())
        .forEach(document -> edits.accept(plan.peer(), document));
    plan.lots().settled().forEach(batch -> own(peer, batch));
    settle(peer, plan.lots().settled(), InboxState.APPLIED);
    settle(peer, plan.lots().rejected(), InboxState.REJECTED);
    settle(peer, plan.newlyHeld(), InboxState.HELD);
  }

  /** What came back after a restore is this site's own: the peer has to hear of it anew. */
  private static void own(PeerTransaction peer, StagedBatch batch) {
    if (batch.entry().provenance() == Provenance.RETURNED) {
      batch.listed().whole().documents().forEach(document -> peer.forget(document.id()));
      peer.addOutgoing(batch.entry().root());
    }
  }

  private void take(Edits edits, StoreView state, String peer, ListedBatch batch) {
    for (Document document : batch.whole().documents()) {
      Kind kind = kinds.kind(document.kind()).orElseThrow();
      if (ThreeWay.status(state, document, kind) == Status.CONFLICT) {
        edits.resolve(peer, document, batch.take().orElseThrow());
      } else {
        edits.accept(peer, document);
      }
    }
  }

  /** What the peer is told: a version that lost to the one here was superseded by it. */
  private static InboxState outcome(ListedBatch batch) {
    return batch.take().filter(Take.MINE::equals).isPresent()
        ? InboxState.SUPERSEDED
        : InboxState.APPLIED;
  }

  private static void settle(PeerTransaction peer, List<StagedBatch> batches, InboxState state) {
    batches.forEach(batch -> peer.setInboxState(batch.entry().position(), state));
  }
}
