/**
 * The values a state is made of.
 *
 * <p>A state is a set of {@link dev.sluice.state.StateObject}s. Each has an {@link
 * dev.sluice.state.ObjectId} that is the same on both sides, JSON fields, named parts (blobs) and a
 * {@link dev.sluice.state.VersionVector} that says which edits it has seen. {@link
 * dev.sluice.state.StateView} is how rules look at a state without knowing where it is kept.
 */
package dev.sluice.state;
