package dev.sluice.state.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.canonical.Digest;
import dev.sluice.canonical.NotCanonicalException;
import dev.sluice.state.ObjectId;
import dev.sluice.state.batch.Batch;
import dev.sluice.state.batch.BatchItem;
import dev.sluice.state.feed.Continuity.Consequence;
import dev.sluice.state.feed.Continuity.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** A site with nothing but its feeds; it keeps what the rule tells it to keep. */
final class FeedSite {
  private final String name;
  private String incarnation;
  private SortedSet<String> lineage = new TreeSet<>();
  private Feed released = new Feed(List.of());
  private long acknowledged;
  private String peer;
  private SortedSet<String> peerLineage = new TreeSet<>();
  private Feed held = new Feed(List.of());
  private List<Digest> orphans = List.of();

  /** The entries of a feed, from position 1. */
  private record Feed(List<FeedEntry> entries) implements Chain {
    @Override
    public long length() {
      return entries.size();
    }

    @Override
    public Digest at(long position) {
      return position == 0 ? Digest.ZERO : entries.get((int) position - 1).chain();
    }

    Feed upTo(long position) {
      return new Feed(List.copyOf(entries.subList(0, (int) position)));
    }

    Feed with(List<FeedEntry> more) {
      var all = new ArrayList<>(entries);
      all.addAll(more);
      return new Feed(List.copyOf(all));
    }
  }

  FeedSite(String name, String incarnation, String peer) {
    this.name = name;
    this.incarnation = incarnation;
    this.peer = peer;
  }

  FeedSite backup() {
    var copy = new FeedSite(name, incarnation, peer);
    copy.restore(this);
    return copy;
  }

  void restore(FeedSite backup) {
    incarnation = backup.incarnation;
    lineage = new TreeSet<>(backup.lineage);
    released = backup.released;
    acknowledged = backup.acknowledged;
    peer = backup.peer;
    peerLineage = new TreeSet<>(backup.peerLineage);
    held = backup.held;
  }

  /** A new incarnation that assumes nothing about what the peer has. */
  void recover(String newIncarnation) {
    lineage.add(incarnation);
    incarnation = newIncarnation;
    acknowledged = 0;
  }

  void release(String content) {
    released =
        released.with(
            List.of(
                FeedEntry.after(
                    released.length(), released.at(released.length()), batch(content))));
  }

  byte[] export() {
    return slice().bytes();
  }

  Slice slice() {
    return new Slice(
        name,
        incarnation,
        lineage,
        acknowledged,
        released.at(acknowledged),
        released.entries().subList((int) acknowledged, released.entries().size()),
        new Receipt(peer, 0, held.length(), held.at(held.length()), List.of()));
  }

  Verdict receive(byte[] bundle) throws NotCanonicalException {
    Slice slice = Slice.parse(bundle);
    Continuity continuity = Continuity.check(slice, new HeldFeed(peer, peerLineage, held), own());
    if (continuity.verdict().consequence() == Consequence.ACCEPT) {
      accept(slice, continuity);
    } else if (continuity.verdict().consequence() == Consequence.FREEZE) {
      remember(slice.recipientIncarnation());
    }
    return continuity.verdict();
  }

  private void accept(Slice slice, Continuity continuity) {
    List<FeedEntry> before = held.entries();
    if (!continuity.fresh().isEmpty() || continuity.verdict() == Verdict.SUCCESSOR) {
      held = held.upTo(continuity.from()).with(continuity.fresh());
    }
    List<Digest> now = held.entries().stream().map(entry -> entry.batch().id()).toList();
    orphans =
        before.stream().map(entry -> entry.batch().id()).filter(id -> !now.contains(id)).toList();
    peer = slice.incarnation();
    peerLineage = new TreeSet<>(slice.lineage());
    acknowledged = continuity.acknowledged(slice.receipt(), own(), acknowledged);
  }

  private OwnFeed own() {
    return new OwnFeed(incarnation, lineage, released);
  }

  private void remember(String reported) {
    if (!reported.equals(incarnation)) {
      lineage.add(reported);
    }
  }

  long holds() {
    return held.length();
  }

  long acknowledged() {
    return acknowledged;
  }

  /** What the peer lost, according to the last import. */
  List<Digest> orphans() {
    return orphans;
  }

  static Batch batch(String content) {
    ObjectId id = ObjectId.named("rq", content);
    Digest document = Digest.of(content.getBytes(UTF_8));
    return new Batch(
        id,
        "request",
        List.of(new BatchItem(id, "request", document, BatchItem.Op.PUT)),
        new TreeSet<>());
  }
}
