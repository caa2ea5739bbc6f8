package dev.sluice.crossing;

import dev.sluice.canonical.Digest;
import dev.sluice.canonical.Json;
import dev.sluice.state.ObjectId;
import dev.sluice.state.StateObject;
import dev.sluice.state.review.StoredBatches;
import dev.sluice.state.share.Document;
import dev.sluice.state.store.FeedLine;
import dev.sluice.state.store.InboxEntry;
import dev.sluice.state.store.InboxState;
import dev.sluice.state.store.ObjectFilter;
import dev.sluice.state.store.PeerView;
import dev.sluice.state.store.StoreView;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which edits a site holds. Every version of an object lists the edits that it has seen, so that
 * none can be lost unnoticed.
 *
 * @param live the edits in the live version of each object
 * @param waiting the edits in batches that wait for a decision
 * @param kept the edits in all batches of feed and custody
 * @param isFrozen whether the site runs from an old copy of itself, and knows it
 */
record Holding(
    SortedMap<ObjectId, Set<String>> live,
    Set<String> waiting,
    Set<String> kept,
    boolean isFrozen) {
  private static final String EDITS = "description";
  private static final Set<InboxState> OPEN = EnumSet.of(InboxState.STAGED, InboxState.HELD);

  /** A version of {@code id} that has seen {@code edits}. */
  static StateObject version(ObjectId id, Set<String> edits) {
    return StateObject.create(id, "project", "curie@example.org")
        .with("name", "Walk")
        .with(EDITS, String.join(" ", new TreeSet<>(edits)));
  }

  /** What a site holds. */
  static Holding of(StoreView view, String peer, Map<Digest, Set<String>> batches) {
    var live = new TreeMap<ObjectId, Set<String>>();
    try (Stream<StateObject> objects = view.objects(ObjectFilter.LIVE.ofKind("project"))) {
      objects.forEach(object -> live.put(object.id(), edits(object.fields())));
    }
    var waiting = new HashSet<String>();
    var kept = new HashSet<String>();
    PeerView known = view.peer(peer);
    for (InboxEntry entry : known.inboxAfter(0)) {
      Set<String> edits = edits(view, entry.batch(), batches);
      kept.addAll(edits);
      if (OPEN.contains(entry.state())) {
        waiting.addAll(edits);
      }
    }
    try (Stream<FeedLine> feed = known.feed(0, known.feedHead())) {
      feed.forEach(line -> kept.addAll(edits(view, line.batch(), batches)));
    }
    return new Holding(live, waiting, kept, view.freeze().isPresent());
  }

  /** All edits that are in any version that the site holds. */
  Set<String> all() {
    var all = new TreeSet<>(kept);
    all.addAll(liveEdits());
    return all;
  }

  Set<String> liveEdits() {
    var all = new TreeSet<String>();
    live.values().forEach(all::addAll);
    return all;
  }

  Set<String> live(ObjectId id) {
    return live.getOrDefault(id, Set.of());
  }

  static Set<String> edits(List<Document> documents) {
    var edits = new HashSet<String>();
    documents.forEach(document -> edits.addAll(edits(document.fields())));
    return edits;
  }

  private static Set<String> edits(StoreView view, Digest batch, Map<Digest, Set<String>> batches) {
    return batches.computeIfAbsent(
        batch, digest -> edits(StoredBatches.documents(view, StoredBatches.batch(view, digest))));
  }

  private static Set<String> edits(SortedMap<String, Json> fields) {
    return Set.of(((Json.Text) fields.get(EDITS)).value().split(" ", -1));
  }
}
