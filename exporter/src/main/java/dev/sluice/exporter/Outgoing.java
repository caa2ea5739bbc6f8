package dev.sluice.exporter;

import dev.sluice.state.ObjectId;
import dev.sluice.state.StateObject;
import dev.sluice.state.batch.BatchPlanner;
import dev.sluice.state.batch.BatchRefusedException;
import dev.sluice.state.batch.WholeBatch;
import dev.sluice.state.diff.BatchDiff;
import dev.sluice.state.diff.Comparison;
import dev.sluice.state.diff.PartContent;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.review.PrivateItem;
import dev.sluice.state.review.Revival;
import dev.sluice.state.review.Standing;
import dev.sluice.state.share.Document;
import dev.sluice.state.store.Decision;
import dev.sluice.state.store.Direction;
import dev.sluice.state.store.ObjectFilter;
import dev.sluice.state.store.PeerView;
import dev.sluice.state.store.StoreView;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What has changed here for a peer since the last batch of each root in its feed. */
public final class Outgoing {
  private static final Comparator<ListedBatch> ORDER =
      Comparator.comparing((ListedBatch batch) -> batch.kind().name())
          .thenComparing(ListedBatch::title)
          .thenComparing(ListedBatch::root);

  private final Kinds kinds;
  private final PartContent content;

  /**
   * @param content the bytes of parts, for the diffs
   */
  public Outgoing(Kinds kinds, PartContent content) {
    this.kinds = kinds;
    this.content = content;
  }

  /**
   * A root that cannot be put into a batch.
   *
   * @param root which
   * @param problem what is missing or wrong
   */
  public record Broken(ObjectId root, BatchRefusedException problem) {}

  /**
   * All that could leave.
   *
   * @param batches by kind, title and id
   * @param broken roots that hide nothing else by being broken
   */
  public record Listing(List<ListedBatch> batches, List<Broken> broken) {}

  /** Which batches are listed. */
  public enum Scope {
    /** Those in which something was written since they were last looked at for an export. */
    TOUCHED,
    /** All that the state holds; costs a walk over it. */
    EVERYTHING
  }

  /**
   * Lists batches of {@code peer}, also such that change nothing.
   *
   * @throws IOException if a blob cannot be read
   */
  public Listing list(StoreView view, String peer, Scope scope) throws IOException {
    PeerView known = view.peer(peer);
    var comparison =
        new Comparison(new SentState(view, known, kinds), kinds, id -> Optional.empty(), content);
    var batches = new ArrayList<ListedBatch>();
    var broken = new ArrayList<Broken>();
    for (ObjectId root : roots(view, known, scope)) {
      try {
        WholeBatch whole = BatchPlanner.plan(view, kinds, view.site().side(), root);
        batches.add(listed(view, known, whole, comparison));
      } catch (BatchRefusedException e) {
        if (!staysHere(e.reason())) {
          broken.add(new Broken(root, e));
        }
      }
    }
    batches.sort(ORDER);
    return new Listing(Revival.of(batches), List.copyOf(broken));
  }

  private static Set<ObjectId> roots(StoreView view, PeerView peer, Scope scope) {
    var roots = new LinkedHashSet<>(peer.outgoing());
    if (scope == Scope.EVERYTHING) {
      try (Stream<StateObject> objects = view.objects(ObjectFilter.LIVE)) {
        objects.map(StateObject::id).forEach(roots::add);
      }
    }
    return roots;
  }

  private static boolean staysHere(BatchRefusedException.Reason reason) {
    return switch (reason) {
      case UNKNOWN_ROOT, NOT_A_ROOT, WRONG_DIRECTION -> true;
      default -> false;
    };
  }

  private ListedBatch listed(StoreView view, PeerView peer, WholeBatch whole, Comparison comparison)
      throws IOException {
    Optional<Decision> decision = peer.decision(Direction.OUT, whole.batch().root());
    BatchDiff diff = comparison.of(whole);
    return new ListedBatch(
        Direction.OUT,
        peer.record().name(),
        whole,
        kinds.kind(whole.batch().rootKind()).orElseThrow(),
        diff,
        Standing.of(decision, whole.batch().id(), diff.collision()),
        decision,
        privateItems(view, peer, whole));
  }

  private List<PrivateItem> privateItems(StoreView view, PeerView peer, WholeBatch whole) {
    var items = new ArrayList<PrivateItem>();
    for (Document document : whole.documents()) {
      StateObject object = view.find(document.id()).orElseThrow();
      ConfirmedItems confirmed = ConfirmedItems.of(peer, object.id());
      PrivateItem.of(object, kinds.kind(object.kind()).orElseThrow(), view).stream()
          .map(item -> confirmed.hold(item.item(), item.content()) ? item.sent() : item)
          .forEach(items::add);
    }
    return items;
  }
}
