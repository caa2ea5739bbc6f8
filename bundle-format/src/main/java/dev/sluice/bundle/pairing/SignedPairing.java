package dev.sluice.bundle.pairing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.ssh.Namespace;
import dev.sluice.bundle.ssh.Signer;
import dev.sluice.bundle.ssh.SshException;
import dev.sluice.bundle.ssh.SshSignature;
import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.Fields;
import dev.sluice.canonical.Json;
import dev.sluice.canonical.JsonLimits;
import dev.sluice.canonical.NotCanonicalException;
import java.io.IOException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * {@code pairing.json}: a pairing and the signatures of those sides that have confirmed it. Every
 * signature of a side has been verified; {@link #confirmed} tells whether both are there.
 * Signatures by keys of an older pairing are verified by {@link #requireFollows}, to which those
 * keys are known.
 */
public final class SignedPairing {
  private final Pairing pairing;
  private final Map<Direction, String> signatures;
  private final Map<Direction, String> formerSignatures;

  private SignedPairing(
      Pairing pairing, Map<Direction, String> signatures, Map<Direction, String> formerSignatures) {
    this.pairing = pairing;
    this.signatures = Collections.unmodifiableMap(signatures);
    this.formerSignatures = Collections.unmodifiableMap(formerSignatures);
  }

  /** A pairing that nobody has confirmed yet. */
  public static SignedPairing unsigned(Pairing pairing) {
    return new SignedPairing(pairing, none(), none());
  }

  /** Adds the signature of the side that {@code key} belongs to. */
  public SignedPairing signedBy(Direction sends, Signer key) throws IOException {
    if (!key.publicKey().equals(pairing.sender(sends).signing())) {
      throw new IllegalArgumentException("the key is not the one on the card");
    }
    return new SignedPairing(pairing, with(signatures, sends, sign(key)), formerSignatures);
  }

  /** Adds the signature of the key that the same side had in the pairing before. */
  public SignedPairing signedByFormer(Direction sends, Signer key) throws IOException {
    return new SignedPairing(pairing, signatures, with(formerSignatures, sends, sign(key)));
  }

  private String sign(Signer key) throws IOException {
    return SignedCard.armour(key.sign(Namespace.PAIRING, message()));
  }

  /**
   * Reads a pairing file.
   *
   * @throws PairingException FORM, or SIGNATURE_INVALID when a side's signature that is there is
   *     wrong
   */
  public static SignedPairing parse(byte[] file) throws PairingException {
    try {
      Fields fields = Fields.of("pairing file", CanonicalJson.parseObject(file, JsonLimits.SMALL));
      Pairing pairing = Pairing.fromJson(fields.object("pairing"));
      Map<Direction, String> former =
          fields.has("former") ? armours(fields.fields("former")) : none();
      var signed = new SignedPairing(pairing, armours(fields.fields("signatures")), former);
      fields.end();
      for (Direction sends : signed.signatures.keySet()) {
        verify(signed, signed.signatures.get(sends), pairing.sender(sends));
      }
      return signed;
    } catch (NotCanonicalException e) {
      throw new PairingException(PairingException.Reason.FORM, e.getMessage());
    }
  }

  private static Map<Direction, String> armours(Fields fields) throws NotCanonicalException {
    Map<Direction, String> armours = none();
    for (Direction sends : Direction.values()) {
      fields.optionalText(sends.sender()).ifPresent(armour -> armours.put(sends, armour));
    }
    fields.end();
    return armours;
  }

  private static void verify(SignedPairing signed, String armour, Card card)
      throws PairingException {
    try {
      SshSignature signature = SshSignature.parse(armour.getBytes(US_ASCII));
      signature.verify(Namespace.PAIRING, signed.message(), List.of(card.signing()));
      if (signed.pairing.demands().contains(Demand.USER_VERIFICATION)
          && signature.presence().filter(seen -> !seen.verified()).isPresent()) {
        throw new PairingException(
            PairingException.Reason.SIGNATURE_INVALID,
            "the " + card.sends().sender() + " side's hardware key did not verify the person");
      }
    } catch (SshException e) {
      throw new PairingException(
          PairingException.Reason.SIGNATURE_INVALID,
          "the pairing carries a wrong signature of its " + card.sends().sender() + " side");
    }
  }

  /**
   * Checks that this pairing may take the place of {@code older}, confirmed or not.
   *
   * @throws PairingException NOT_A_SUCCESSOR, or SIGNATURE_INVALID when a key was exchanged and the
   *     former one has not signed that
   */
  public Supersession requireFollows(ConfirmedPairing older) throws PairingException {
    Supersession supersession =
        pairing
            .supersedes()
            .filter(named -> named.pairing().equals(older.digest()))
            .filter(named -> named.version() == older.pairing().version() + 1)
            .orElseThrow(SignedPairing::isNoSuccessor);
    for (Direction sends : Direction.values()) {
      Card before = older.pairing().sender(sends);
      Card after = pairing.sender(sends);
      if (!after.name().equals(before.name())) {
        throw isNoSuccessor();
      }
      if (!after.signing().equals(before.signing())) {
        verify(this, formerSignature(sends), before);
      }
    }
    return supersession;
  }

  private String formerSignature(Direction sends) throws PairingException {
    String armour = formerSignatures.get(sends);
    if (armour == null) {
      throw new PairingException(
          PairingException.Reason.SIGNATURE_INVALID,
          "the "
              + sends.sender()
              + " side has another key, and its former one has not signed that");
    }
    return armour;
  }

  private static PairingException isNoSuccessor() {
    return new PairingException(
        PairingException.Reason.NOT_A_SUCCESSOR,
        "the pairing does not follow the one that is in force with this peer");
  }

  private byte[] message() {
    return CanonicalJson.write(pairing.toJson());
  }

  /** The same pairing with the signatures of both, if {@code other} is about this one at all. */
  public SignedPairing withSignaturesOf(SignedPairing other) {
    if (!other.pairing.digest().equals(pairing.digest())) {
      return this;
    }
    return new SignedPairing(
        pairing,
        united(other.signatures, signatures),
        united(other.formerSignatures, formerSignatures));
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
        ? Optional.of(new ConfirmedPairing(this))
        : Optional.empty();
  }

  /** The file's bytes. */
  public byte[] bytes() {
    var file = Json.object().put("pairing", pairing.toJson()).put("signatures", json(signatures));
    if (!formerSignatures.isEmpty()) {
      file.put("former", json(formerSignatures));
    }
    return CanonicalJson.write(file.build());
  }

  private static Json json(Map<Direction, String> armours) {
    var texts = new TreeMap<String, Json>();
    armours.forEach((sends, armour) -> texts.put(sends.sender(), Json.text(armour)));
    return new Json.Obj(texts);
  }

  private static Map<Direction, String> none() {
    return new EnumMap<>(Direction.class);
  }

  private static Map<Direction, String> with(
      Map<Direction, String> armours, Direction sends, String armour) {
    return united(armours, Map.of(sends, armour));
  }

  private static Map<Direction, String> united(
      Map<Direction, String> some, Map<Direction, String> preferred) {
    Map<Direction, String> all = none();
    all.putAll(some);
    all.putAll(preferred);
    return all;
  }
}
