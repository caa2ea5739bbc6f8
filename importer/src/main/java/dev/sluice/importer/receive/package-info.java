/**
 * From a medium into custody: copy once, verify, open, check the history, keep. Nothing is live
 * afterwards; the batches wait for a decision.
 */
package dev.sluice.importer.receive;
