package dev.sluice.web.report;

import dev.sluice.canonical.Digest;
import dev.sluice.state.store.BundleEntry;
import dev.sluice.state.store.Direction;
import dev.sluice.state.store.SiteIdentity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one bundle carried, as one of its two sites knows it.
 *
 * @param reader who may read this report
 * @param made when it was put together; what became of the batches is as of then
 * @param site the site that made it
 * @param words the bundle's digest, to be read aloud
 * @param steps what happened to the bundle here, oldest first; at least one
 * @param batches what it carried, in the order of the feed
 * @param anchor where this site's audit log stood; none for the peer
 */
public record TransferReport(
    Reader reader,
    Instant made,
    SiteIdentity site,
    List<String> words,
    List<BundleEntry> steps,
    List<ReportedBatch> batches,
    Optional<Anchor> anchor) {
  /** Who may read a report. */
  public enum Reader {
    /** The people of the site that made it: it tells who decided what, and why. */
    SITE("site"),
    /** Also those of the peer: it tells nothing that the bundle itself does not tell them. */
    PEER("peer");

    private final String word;

    Reader(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  /** The last entry of an audit log; a copy kept elsewhere proves later what came before it. */
  public record Anchor(long sequence, Digest head) {}

  public TransferReport {
    words = List.copyOf(words);
    steps = List.copyOf(steps);
    batches = List.copyOf(batches);
  }

  /** The newest step, which has the bundle's number, peer and size. */
  public BundleEntry bundle() {
    return steps.get(steps.size() - 1);
  }

  public String sender() {
    return bundle().direction() == Direction.OUT ? site.name() : bundle().peer();
  }

  public String recipient() {
    return bundle().direction() == Direction.OUT ? bundle().peer() : site.name();
  }

  /** How many private items crossed. */
  public int privateItems() {
    return batches.stream().mapToInt(batch -> batch.shared().size()).sum();
  }

  /** The same report without anything that only this site's people know. */
  public TransferReport forPeer() {
    return new TransferReport(
        Reader.PEER,
        made,
        site,
        words,
        steps,
        batches.stream().map(ReportedBatch::forPeer).toList(),
        Optional.empty());
  }
}
