package dev.sluice.state.feed;

import java.util.SortedSet;

/**
 * What this side knows about itself.
 *
 * @param incarnation its present incarnation
 * @param lineage incarnations it knowingly succeeds, its own former ones and those the peer
 *     reported
 * @param chain what it has released to the peer
 */
public record OwnFeed(String incarnation, SortedSet<String> lineage, Chain chain) {}
