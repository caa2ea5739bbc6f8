package dev.sluice.bundle.ssh;

import java.util.Optional;

/** The innermost part of a signature: algorithm, value, and what a hardware key adds. */
final class SignatureValue {
  private final KeyType type;
  private final byte[] value;
  private final Optional<Presence> presence;

  private SignatureValue(KeyType type, byte[] value, Optional<Presence> presence) {
    this.type = type;
    this.value = value;
    this.presence = presence;
  }

  /** What a key in memory makes. */
  static SignatureValue of(KeyType type, byte[] value) {
    return new SignatureValue(type, value, Optional.empty());
  }

  /** Reads a value that a key of {@code type} can have made; nothing may follow. */
  static SignatureValue read(KeyType type, WireReader reader) throws SshException {
    reader.name(type.toString(), "signature algorithm");
    byte[] value = reader.string(type.signatureLength(), "signature value");
    Optional<Presence> presence =
        type == KeyType.SECURITY_KEY ? Optional.of(Presence.read(reader)) : Optional.empty();
    reader.end();
    return new SignatureValue(type, value, presence);
  }

  byte[] blob() {
    var writer = new WireWriter().name(type.toString()).string(value);
    presence.ifPresent(seen -> writer.literal(seen.bytes()));
    return writer.toBytes();
  }

  byte[] value() {
    return value;
  }

  Optional<Presence> presence() {
    return presence;
  }
}
