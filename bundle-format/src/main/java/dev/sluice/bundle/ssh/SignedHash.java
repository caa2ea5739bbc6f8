package dev.sluice.bundle.ssh;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/** The hashes that PROTOCOL.sshsig allows under a signature. */
enum SignedHash {
  SHA256("sha256", "SHA-256"),
  SHA512("sha512", "SHA-512");

  private final String text;
  private final String algorithm;

  SignedHash(String text, String algorithm) {
    this.text = text;
    this.algorithm = algorithm;
  }

  static Optional<SignedHash> of(String text) {
    return Arrays.stream(values()).filter(hash -> hash.text.equals(text)).findFirst();
  }

  byte[] digest(byte[] message) {
    try {
      return MessageDigest.getInstance(algorithm).digest(message);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
