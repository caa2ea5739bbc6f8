/**
 * Batches: the objects that belong together, which people decide on and which are applied as one.
 *
 * <p>{@link dev.sluice.state.batch.Roots} says which batches a write touches, {@link
 * dev.sluice.state.batch.BatchPlanner} puts one together.
 */
package dev.sluice.state.batch;
