/**
 * Parity over volumes: of n files of which k hold the bundle, any k bring back the others.
 *
 * <p>A systematic Reed–Solomon code over GF(2⁸) with a Cauchy matrix, after Blömer, Kalfane, Karp,
 * Karpinski, Luby and Zuckerman, <i>An XOR-Based Erasure-Resilient Coding Scheme</i> (1995). It
 * repairs what is known to be lost and detects nothing: digests do that.
 */
package dev.sluice.bundle.parity;
