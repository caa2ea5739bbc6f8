package dev.sluice.bundle.age;

import java.util.Locale;

/**
 * The kinds of key pair that a payload can be encrypted to. {@link #toString} is the stanza type.
 */
public enum AgeSuite {
  /** ML-KEM-768 and X25519 together; holds against a quantum computer. The default. */
  MLKEM768X25519("mlkem768x25519", "age1pq", "AGE-SECRET-KEY-PQ-"),
  /** X25519 alone, which every age since 1.0 opens. */
  X25519("X25519", "age", "AGE-SECRET-KEY-");

  private final String stanzaType;
  private final String recipientPrefix;
  private final String identityPrefix;

  AgeSuite(String stanzaType, String recipientPrefix, String identityPrefix) {
    this.stanzaType = stanzaType;
    this.recipientPrefix = recipientPrefix;
    this.identityPrefix = identityPrefix;
  }

  /**
   * The suite that a pairing names with {@code word}.
   *
   * @throws AgeException KEY if there is none
   */
  public static AgeSuite parse(String word) throws AgeException {
    for (AgeSuite suite : values()) {
      if (suite.word().equals(word)) {
        return suite;
      }
    }
    throw new AgeException(AgeException.Reason.KEY, "there is no such encryption suite");
  }

  /** The name in a pairing: the stanza type in lower case. */
  public String word() {
    return stanzaType.toLowerCase(Locale.ROOT);
  }

  KeyWrap wrap() {
    return switch (this) {
      case MLKEM768X25519 -> new HybridWrap();
      case X25519 -> new X25519Wrap();
    };
  }

  String recipientPrefix() {
    return recipientPrefix;
  }

  String identityPrefix() {
    return identityPrefix;
  }

  @Override
  public String toString() {
    return stanzaType;
  }
}
