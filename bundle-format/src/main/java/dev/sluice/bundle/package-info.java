/**
 * The door of the bundle format: write a bundle, verify one, open one, refuse one.
 *
 * <p>Bytes from a medium climb one chain of types, and each step is the only way to the next:
 *
 * <ul>
 *   <li>{@link dev.sluice.bundle.UntrustedBundle}: the small files, read once, bounded; proves
 *       nothing.
 *   <li>{@link dev.sluice.bundle.VerifiedBundle}: signed by the sender of a confirmed pairing,
 *       meant for its recipient, every byte as signed. A guard station needs no more and no secret
 *       key.
 *   <li>{@link dev.sluice.bundle.VerifiedCopy}: the same, with the volumes in a private folder of
 *       ours; the medium is not read again.
 *   <li>{@link dev.sluice.bundle.model.Contents}: what the volumes hold, once decrypted and checked
 *       against the sender's commitment.
 * </ul>
 */
package dev.sluice.bundle;
