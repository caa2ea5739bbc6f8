package dev.sluice.datasite;

import dev.sluice.datasite.DatasiteException.Reason;
import dev.sluice.state.ObjectId;
import dev.sluice.state.Side;
import dev.sluice.state.StateObject;
import dev.sluice.state.edit.Edits;
import dev.sluice.state.kind.Kind;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.share.Document;
import dev.sluice.state.share.DocumentRefusedException;
import dev.sluice.state.share.KindRules;
import dev.sluice.state.share.SharedForm;
import dev.sluice.state.store.StoreTransaction;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Map;

/** One write under way. It keeps nothing that the other side would have to refuse. */
final class Change {
  /** All times have the same length, so that their texts are in their order. */
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  private final Datasite site;
  private final StoreTransaction transaction;
  private final Edits edits;

  Change(Datasite site, StoreTransaction transaction) {
    this.site = site;
    this.transaction = transaction;
    this.edits = new Edits(transaction, site.kinds());
  }

  StoreTransaction view() {
    return transaction;
  }

  Edits edits() {
    return edits;
  }

  Kinds kinds() {
    return site.kinds();
  }

  StateObject require(ObjectId id, String kind) throws DatasiteException {
    return site.require(transaction, id, kind);
  }

  /** Whether {@code id} is there and no tombstone. */
  boolean has(ObjectId id) {
    return transaction.find(id).filter(object -> !object.isRemoved()).isPresent();
  }

  void put(StateObject object) throws DatasiteException {
    checkFit(object);
    edits.put(object);
  }

  void putAll(List<StateObject> objects) throws DatasiteException {
    for (StateObject object : objects) {
      checkFit(object);
    }
    edits.putAll(objects);
  }

  void send(Message message) throws DatasiteException {
    put(message.object());
  }

  String time() {
    return time(transaction);
  }

  /** The time of a write, as objects keep it. */
  static String time(StoreTransaction transaction) {
    return TIME.format(transaction.now());
  }

  private void checkFit(StateObject object) throws DatasiteException {
    Kind kind = site.declaration(object.kind());
    Side here = transaction.site().side();
    Side origin = kind.flow().allowsFrom(here) ? here : here.other();
    Document document = SharedForm.of(object, kind, Map.of());
    try {
      KindRules.check(document, site.kinds(), origin);
    } catch (DocumentRefusedException e) {
      throw refusal(e);
    }
  }

  private static DatasiteException refusal(DocumentRefusedException refused) {
    return switch (refused.reason()) {
      case BAD_OWNER ->
          new DatasiteException(
              Reason.UNFIT_TEXT, "a person is named by an e-mail address in ASCII");
      case TOO_LONG ->
          new DatasiteException(Reason.UNFIT_TEXT, "the " + refused.item() + " is too long");
      case HOSTILE_NAME ->
          new DatasiteException(
              Reason.UNFIT_TEXT, "the name of a part is not one that every system can keep");
      case WRONG_TYPE, WRONG_TARGET ->
          new DatasiteException(
              Reason.UNFIT_TEXT, "the " + refused.item() + " is not what its kind declares");
      default -> throw new IllegalStateException(refused);
    };
  }
}
