/**
 * Public-key primitives and password hashing: bytes in, bytes out, no formats.
 *
 * <p>The only package that knows Bouncy Castle. It calls the lightweight classes directly and never
 * registers a provider, so the order of the JDK's provider list stays what the administrator made
 * it. Bulk ciphers, HMAC and SHA-256 are not here: the JDK's own are many times faster.
 */
package dev.sluice.bundle.crypto;
