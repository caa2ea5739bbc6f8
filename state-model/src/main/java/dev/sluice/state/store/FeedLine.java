package dev.sluice.state.store;

import dev.sluice.canonical.Digest;
import dev.sluice.state.ObjectId;
import dev.sluice.state.Provenance;

/**
 * One batch that was released to a peer.
 *
 * @param position place in the feed, from 1 without gaps
 * @param root the object the batch exists for
 * @param batch digest of the batch; its bytes are a document of the store
 * @param chain chain hash at this position
 * @param provenance whose batch it is
 */
public record FeedLine(
    long position, ObjectId root, Digest batch, Digest chain, Provenance provenance) {
  /** A line for a batch of this site. */
  public FeedLine(long position, ObjectId root, Digest batch, Digest chain) {
    this(position, root, batch, chain, Provenance.SENDER);
  }
}
