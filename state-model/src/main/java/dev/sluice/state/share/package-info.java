/** What of an object may cross the gap: masking, and the document that results. */
package dev.sluice.state.share;
