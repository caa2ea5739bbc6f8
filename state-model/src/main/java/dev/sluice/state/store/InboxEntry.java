package dev.sluice.state.store;

import dev.sluice.canonical.Digest;
import dev.sluice.state.ObjectId;
import dev.sluice.state.Provenance;

/**
 * One batch that came from a peer.
 *
 * @param position place in the peer's feed, from 1 without gaps
 * @param root the object the batch exists for
 * @param batch digest of the batch; its bytes are a document of the store
 * @param chain the peer's chain hash at this position
 * @param provenance whose batch it is
 * @param state what became of it
 * @param stateSequence audit sequence of the write that set the state
 */
public record InboxEntry(
    long position,
    ObjectId root,
    Digest batch,
    Digest chain,
    Provenance provenance,
    InboxState state,
    long stateSequence) {}
