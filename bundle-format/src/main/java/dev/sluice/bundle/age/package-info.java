/**
 * age version 1, the encryption of a bundle's payload and of passphrase-protected key files.
 *
 * <p>{@link dev.sluice.bundle.age.AgeWriter} and {@link dev.sluice.bundle.age.AgeReader} follow the
 * text at c2sp.org/age for the binary form with X25519 and mlkem768x25519 recipients; {@link
 * dev.sluice.bundle.age.PassphraseSeal} covers scrypt. What they write, the stock {@code age}
 * opens. The ASCII armor is left out: nothing in sluice is ever pasted into a mail.
 *
 * <p>The reader is stricter than the text where {@link dev.sluice.bundle.age.StanzaPolicy} says so,
 * because the text lets a file carry recipients and bytes that nobody asked for.
 */
package dev.sluice.bundle.age;
