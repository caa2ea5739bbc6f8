package dev.sluice.state.store;

import dev.sluice.canonical.Digest;

/**
 * How an approval resolves a conflict.
 *
 * @param take whose version counts
 * @param here digest of the versions of this side that were looked at; the approval is void once
 *     one of them has changed
 */
public record Resolution(Take take, Digest here) {}
