/**
 * What of an object may cross the gap: masking, the document that results, and the rules that a
 * document from the other side has to keep.
 */
package dev.sluice.state.share;
