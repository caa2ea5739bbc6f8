package dev.sluice.exporter;

import dev.sluice.canonical.Digest;
import dev.sluice.state.ObjectId;
import dev.sluice.state.StateObject;
import dev.sluice.state.StateView;
import dev.sluice.state.VersionVector.Order;
import dev.sluice.state.diff.Merge;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.review.StoredBatches;
import dev.sluice.state.share.Document;
import dev.sluice.state.store.PeerView;
import dev.sluice.state.store.StoreView;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The peer's state as far as this side knows it: the newest version of each object sent or got. */
final class SentState implements StateView {
  private final StoreView view;
  private final PeerView peer;
  private final Kinds kinds;

  SentState(StoreView view, PeerView peer, Kinds kinds) {
    this.view = view;
    this.peer = peer;
    this.kinds = kinds;
  }

  @Override
  public Optional<StateObject> find(ObjectId id) {
    return peer.sent(id)
        .map(digest -> StoredBatches.document(view, digest))
        .filter(sent -> !isRecounted(sent))
        .map(this::object);
  }

  /**
   * Whether a recovery has counted the edits of {@code sent} anew. The peer has to hear how, or it
   * would seem never to have seen them.
   */
  private boolean isRecounted(Document sent) {
    return view.find(sent.id())
        .filter(here -> here.vector().compareWith(sent.vector()) == Order.CONCURRENT)
        .isPresent();
  }

  private StateObject object(Document document) {
    StateObject empty = StateObject.create(document.id(), document.kind(), document.owner());
    return Merge.apply(empty, document, kinds.kind(document.kind()).orElseThrow());
  }

  @Override
  public Set<ObjectId> referencing(ObjectId target) {
    return Set.of();
  }

  @Override
  public Map<String, Digest> releases(ObjectId id) {
    return Map.of();
  }
}
