package dev.sluice.bundle.ssh;

import dev.sluice.bundle.crypto.CompositeSignature;
import dev.sluice.bundle.crypto.Ed25519;
import java.util.Arrays;
import java.util.Optional;

/** The key types that are read, by the name that OpenSSH gives them. */
enum KeyType {
  /** RFC 8709. */
  ED25519("ssh-ed25519"),
  /** Ed25519 in a FIDO authenticator (PROTOCOL.u2f). */
  SECURITY_KEY("sk-ssh-ed25519@openssh.com"),
  /** ML-DSA-44 and Ed25519 together (draft-miller-sshm-mldsa44-ed25519-composite-sigs). */
  COMPOSITE("ssh-mldsa44-ed25519");

  private final String text;

  KeyType(String text) {
    this.text = text;
  }

  static Optional<KeyType> of(String text) {
    return Arrays.stream(values()).filter(type -> type.text.equals(text)).findFirst();
  }

  boolean isPublicKey(byte[] material) {
    return this == COMPOSITE
        ? CompositeSignature.isPublicKey(material)
        : Ed25519.isPublicKey(material);
  }

  int signatureLength() {
    return this == COMPOSITE ? CompositeSignature.SIGNATURE_LENGTH : Ed25519.SIGNATURE_LENGTH;
  }

  boolean verifies(byte[] material, byte[] message, byte[] signature) {
    return this == COMPOSITE
        ? CompositeSignature.verify(material, message, signature)
        : Ed25519.verify(material, message, signature);
  }

  @Override
  public String toString() {
    return text;
  }
}
