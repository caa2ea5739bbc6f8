/**
 * Batches as a person reviews them, the same way in both directions: what is in them, what was
 * decided, what is private, and filters over the list.
 */
package dev.sluice.state.review;
