/**
 * Bundle to state, in steps that cannot be skipped.
 *
 * <p>{@link dev.sluice.importer.receive.Receiver} verifies a bundle and takes its batches into
 * custody. From there each run climbs the same chain of types: {@link
 * dev.sluice.importer.stage.StagedBundle} (what waits, proved again), {@link
 * dev.sluice.importer.review.ReviewedBundle} (with decisions whose signatures fit), {@link
 * dev.sluice.importer.apply.ApplyPlan} (approved, complete, in order), and {@link
 * dev.sluice.importer.apply.Applier}, which takes a plan and nothing else.
 */
package dev.sluice.importer;
