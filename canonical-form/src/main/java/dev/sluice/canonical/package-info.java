/**
 * Values that have exactly one legal encoding.
 *
 * <p>Everything that is signed, hashed or chained in sluice is made of these: {@link
 * dev.sluice.canonical.Digest} names bytes, {@link dev.sluice.canonical.Json} is the data model,
 * and {@link dev.sluice.canonical.CanonicalJson} turns it into bytes and back (RFC 8785). Reading
 * is strict: a text is accepted only when writing it again gives the same bytes, so two readers can
 * never see two meanings.
 */
package dev.sluice.canonical;
