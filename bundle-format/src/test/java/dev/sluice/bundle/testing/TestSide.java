package dev.sluice.bundle.testing;

import dev.sluice.bundle.age.AgeIdentity;
import dev.sluice.bundle.age.AgeRecipient;
import dev.sluice.bundle.age.AgeSuite;
import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.pairing.Card;
import dev.sluice.bundle.ssh.CompositeKey;
import dev.sluice.bundle.ssh.SigningKey;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys of one side. */
public record TestSide(
    String name,
    Direction sends,
    String incarnation,
    SigningKey key,
    Map<AgeSuite, AgeIdentity> identities) {
  private static final SecureRandom RANDOM = new SecureRandom();

  public static TestSide create(String name, Direction sends) {
    return create(name, sends, RANDOM);
  }

  /** A side whose keys come out of {@code random}. */
  public static TestSide create(String name, Direction sends, SecureRandom random) {
    var identities = new EnumMap<AgeSuite, AgeIdentity>(AgeSuite.class);
    for (AgeSuite suite : AgeSuite.values()) {
      identities.put(suite, AgeIdentity.generate(suite, random));
    }
    byte[] incarnation = new byte[16];
    random.nextBytes(incarnation);
    String hex = HexFormat.of().formatHex(incarnation);
    return new TestSide(name, sends, hex, SigningKey.generate(random), identities);
  }

  /** The key for second signatures, always the same for the same signing key. */
  public CompositeKey composite() {
    return CompositeKey.generate(SeededRandom.of("composite " + key.publicKey()));
  }

  /** The card of a side that also has a composite key. */
  public Card cardWithComposite() {
    Card card = card();
    return new Card(
        name,
        sends,
        incarnation,
        card.signing(),
        Optional.of(composite().publicKey()),
        card.recipients());
  }

  public Card card() {
    var recipients = new EnumMap<AgeSuite, AgeRecipient>(AgeSuite.class);
    identities.forEach((suite, identity) -> recipients.put(suite, identity.recipient()));
    return new Card(name, sends, incarnation, key.publicKey(), recipients);
  }

  public List<AgeIdentity> keyring() {
    return List.copyOf(identities.values());
  }
}
