package dev.sluice.bundle.pairing;

import static java.nio.charset.StandardCharsets.US_ASCII;

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
import java.util.List;

/**
 * A card with the signature of its own key: who made it holds that key, and no recipient was
 * exchanged on the way. It proves nothing about who that is.
 */
public final class SignedCard {
  private final Card card;
  private final String signature;

  private SignedCard(Card card, String signature) {
    this.card = card;
    this.signature = signature;
  }

  /** Signs {@code card} with its own key. */
  public static SignedCard sign(Card card, Signer key) throws IOException {
    byte[] message = CanonicalJson.write(card.toJson());
    return new SignedCard(card, armour(key.sign(Namespace.PAIRING, message)));
  }

  /**
   * Reads a card file.
   *
   * @throws PairingException FORM or SIGNATURE_INVALID
   */
  public static SignedCard parse(byte[] file) throws PairingException {
    try {
      Fields fields = Fields.of("card file", CanonicalJson.parseObject(file, JsonLimits.SMALL));
      Card card = Card.fromJson(fields.object("card"));
      String signature = fields.text("signature");
      fields.end();
      SshSignature.parse(signature.getBytes(US_ASCII))
          .verify(Namespace.PAIRING, CanonicalJson.write(card.toJson()), List.of(card.signing()));
      return new SignedCard(card, signature);
    } catch (NotCanonicalException e) {
      throw new PairingException(PairingException.Reason.FORM, e.getMessage());
    } catch (SshException e) {
      throw new PairingException(
          PairingException.Reason.SIGNATURE_INVALID, "the card is not signed by its own key");
    }
  }

  public Card card() {
    return card;
  }

  /** The file's bytes. */
  public byte[] bytes() {
    return CanonicalJson.write(
        Json.object().put("card", card.toJson()).put("signature", signature).build());
  }

  static String armour(SshSignature signature) {
    return new String(signature.armoured(), US_ASCII);
  }
}
