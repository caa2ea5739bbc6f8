package dev.sluice.bundle.pairing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.ssh.Namespace;
import dev.sluice.bundle.ssh.SigningKey;
import dev.sluice.bundle.ssh.SshException;
import dev.sluice.bundle.ssh.SshSignature;
import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.Fields;
import dev.sluice.canonical.Json;
import dev.sluice.canonical.JsonLimits;
import dev.sluice.canonical.NotCanonicalException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * {@code pairing.json}: a pairing and the signatures of those sides that have confirmed it. Every
 * signature that is there has been verified; {@link #confirmed} tells whether both are.
 */
public final class SignedPairing {
  private final Pairing pairing;
  private final Map<Direction, String> signatures;

  private SignedPairing(Pairing pairing, Map<Direction, String> signatures) {
    this.pairing = pairing;
    this.signatures = Collections.unmodifiableMap(signatures);
  }

  /** A pairing that nobody has confirmed yet. */
  public static SignedPairing unsigned(Pairing pairing) {
    return new SignedPairing(pairing, new EnumMap<>(Direction.class));
  }

  /** Adds the signature of the side that {@code key} belongs to. */
  public SignedPairing signedBy(Direction sends, SigningKey key) {
    if (!key.publicKey().equals(pairing.sender(sends).signing())) {
      throw new IllegalArgumentException("the key is not the one on the card");
    }
    var more = new EnumMap<Direction, String>(Direction.class);
    more.putAll(signatures);
    more.put(sends, SignedCard.armour(key.sign(Namespace.PAIRING, message(pairing))));
    return new SignedPairing(pairing, more);
  }

  /**
   * Reads a pairing file.
   *
   * @throws PairingException FORM, or SIGNATURE_INVALID when a signature that is there is wrong
   */
  public static SignedPairing parse(byte[] file) throws PairingException {
    try {
      Fields fields = Fields.of("pairing file", CanonicalJson.parseObject(file, JsonLimits.SMALL));
      Pairing pairing = Pairing.fromJson(fields.object("pairing"));
      Fields armours = fields.fields("signatures");
      var signatures = new EnumMap<Direction, String>(Direction.class);
      for (Direction sends : Direction.values()) {
        Optional<String> armour = armours.optionalText(sends.sender());
        if (armour.isPresent()) {
          verify(pairing, sends, armour.get());
          signatures.put(sends, armour.get());
        }
      }
      armours.end();
      fields.end();
      return new SignedPairing(pairing, signatures);
    } catch (NotCanonicalException e) {
      throw new PairingException(PairingException.Reason.FORM, e.getMessage());
    }
  }

  private static void verify(Pairing pairing, Direction sends, String armour)
      throws PairingException {
    try {
      SshSignature.parse(armour.getBytes(US_ASCII))
          .verify(Namespace.PAIRING, message(pairing), List.of(pairing.sender(sends).signing()));
    } catch (SshException e) {
      throw new PairingException(
          PairingException.Reason.SIGNATURE_INVALID,
          "the pairing carries a wrong signature of its " + sends.sender() + " side");
    }
  }

  private static byte[] message(Pairing pairing) {
    return CanonicalJson.write(pairing.toJson());
  }

  /** The same pairing with the signatures of both, if {@code other} is about this one at all. */
  public SignedPairing withSignaturesOf(SignedPairing other) {
    if (!other.pairing.digest().equals(pairing.digest())) {
      return this;
    }
    var more = new EnumMap<Direction, String>(Direction.class);
    more.putAll(other.signatures);
    more.putAll(signatures);
    return new SignedPairing(pairing, more);
  }

  public Pairing pairing() {
    return pairing;
  }

  /** Whether the side that sends in {@code direction} has signed. */
  public boolean isSignedBy(Direction sends) {
    return signatures.containsKey(sends);
  }

  /** The pairing as something to rely on, once both sides have signed. */
  public Optional<ConfirmedPairing> confirmed() {
    return signatures.size() == Direction.values().length
        ? Optional.of(new ConfirmedPairing(pairing))
        : Optional.empty();
  }

  /** The file's bytes. */
  public byte[] bytes() {
    var armours = new TreeMap<String, Json>();
    signatures.forEach((sends, armour) -> armours.put(sends.sender(), Json.text(armour)));
    return CanonicalJson.write(
        Json.object()
            .put("pairing", pairing.toJson())
            .put("signatures", new Json.Obj(armours))
            .build());
  }
}
