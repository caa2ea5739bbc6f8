/**
 * Feeds: the append-only list of batches that one side has released to the other.
 *
 * <p>Each position has a chain hash over all batches up to it, so two feeds that agree on one hash
 * agree on everything before. A {@link dev.sluice.state.feed.Slice} carries a stretch of a feed and
 * a {@link dev.sluice.state.feed.Receipt} for the feed of the recipient; {@link
 * dev.sluice.state.feed.Continuity} says whether it fits what the recipient holds.
 */
package dev.sluice.state.feed;
