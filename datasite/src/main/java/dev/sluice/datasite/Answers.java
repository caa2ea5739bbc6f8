package dev.sluice.datasite;

import dev.sluice.state.ObjectId;
import dev.sluice.state.Side;
import dev.sluice.state.StateObject;
import dev.sluice.state.batch.Batch;
import dev.sluice.state.edit.Edits;
import dev.sluice.state.feed.BatchOutcome;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.store.StoreTransaction;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Tells the low side's researchers what the high side's receipts say about their requests.
 *
 * <p>Answers are kept in local fields: a request that is answered has not changed, so it does not
 * leave again. A receipt that repeats itself changes nothing.
 */
public final class Answers implements BiConsumer<Batch, BatchOutcome> {
  private static final String RECEIVED = "received";

  private final StoreTransaction transaction;
  private final Kinds kinds;

  public Answers(StoreTransaction transaction, Kinds kinds) {
    this.transaction = transaction;
    this.kinds = kinds;
  }

  @Override
  public void accept(Batch batch, BatchOutcome outcome) {
    if (transaction.site().side() != Side.LOW || !batch.rootKind().equals(Request.KIND)) {
      return;
    }
    transaction
        .find(batch.root())
        .filter(request -> !request.isRemoved())
        .ifPresent(request -> answer(request, batch, outcome));
  }

  private void answer(StateObject request, Batch batch, BatchOutcome outcome) {
    switch (outcome.verdict()) {
      case APPLIED -> keep(request, RECEIVED, Optional.empty());
      case REJECTED -> {
        keep(request, RequestStatus.REJECTED, outcome.reason());
        tell(request, batch, outcome.reason());
      }
      case HELD, SUPERSEDED, PENDING -> {}
    }
  }

  private void keep(StateObject request, String answer, Optional<String> reason) {
    var fields = new TreeMap<>(request.with(RequestStatus.ANSWER, answer).fields());
    fields.remove(RequestStatus.ANSWER_REASON);
    var answered =
        new StateObject(
            request.id(),
            request.kind(),
            request.owner(),
            fields,
            request.parts(),
            request.vector(),
            request.presence());
    StateObject explained =
        reason.map(why -> answered.with(RequestStatus.ANSWER_REASON, why)).orElse(answered);
    if (!explained.equals(request)) {
      new Edits(transaction, kinds).put(explained);
    }
  }

  private void tell(StateObject request, Batch batch, Optional<String> reason) {
    ObjectId id = Message.idOf(kinds, "rejected\n" + batch.id());
    if (transaction.find(id).isEmpty()) {
      Message message = Message.rejection(id, request, reason, Change.time(transaction));
      new Edits(transaction, kinds).put(message.object());
    }
  }
}
