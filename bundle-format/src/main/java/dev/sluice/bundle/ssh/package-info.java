/**
 * OpenSSH keys and detached signatures, read more strictly than OpenSSH reads them.
 *
 * <p>{@link dev.sluice.bundle.ssh.SigningKey} signs, {@link dev.sluice.bundle.ssh.SshSignature}
 * verifies against keys that the caller trusts, {@link dev.sluice.bundle.ssh.Namespace} keeps one
 * act's signature from passing for another's, and {@link dev.sluice.bundle.ssh.AllowedSigners} lets
 * a stock {@code ssh-keygen -Y verify} apply the same rules. Signing keys are of type {@code
 * ssh-ed25519} or, in a FIDO token, {@code sk-ssh-ed25519@openssh.com}; {@link
 * dev.sluice.bundle.ssh.CompositeKey} makes second signatures of type {@code ssh-mldsa44-ed25519}.
 *
 * <p>Formats: PROTOCOL.sshsig and PROTOCOL.key of OpenSSH, RFC 4251 section 5 for the encoding and
 * RFC 8709 for the keys. {@code ssh-keygen} lets text follow a signature and leaves the reserved
 * field unread; here every accepted signature file has exactly one encoding.
 */
package dev.sluice.bundle.ssh;
