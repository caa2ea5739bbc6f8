package dev.sluice.state.feed;

import java.util.SortedSet;

/**
 * What this side holds of the peer's feed.
 *
 * @param incarnation the peer's incarnation as last accepted, at first the one in the pairing
 * @param lineage the lineage that the peer presented with it
 * @param chain the batches in custody
 */
public record HeldFeed(String incarnation, SortedSet<String> lineage, Chain chain) {}
