/**
 * Deltas of blobs: what of a changed blob the peer has already, found by content-defined chunks
 * (FastCDC, Xia et al., USENIX ATC 2016), so that only the rest travels.
 */
package dev.sluice.exporter.delta;
