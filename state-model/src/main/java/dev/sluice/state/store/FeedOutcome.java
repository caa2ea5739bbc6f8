package dev.sluice.state.store;

import dev.sluice.state.ObjectId;

/**
 * What the peer has told about a batch of our feed.
 *
 * @param position its place in the feed
 * @param root the object the batch exists for
 * @param outcome the word of the newest receipt about it; {@code pending} before one
 * @param reason for a rejection: why; untrusted text, may be empty
 */
public record FeedOutcome(long position, ObjectId root, String outcome, String reason) {}
