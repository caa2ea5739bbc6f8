package dev.sluice.cli.site;

import dev.sluice.bundle.age.AgeIdentity;
import dev.sluice.bundle.age.AgeRecipient;
import dev.sluice.bundle.age.AgeSuite;
import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.pairing.Card;
import dev.sluice.bundle.pairing.SignedCard;
import dev.sluice.bundle.ssh.AgentChannel;
import dev.sluice.bundle.ssh.AgentKey;
import dev.sluice.bundle.ssh.CompositeKey;
import dev.sluice.bundle.ssh.Signer;
import dev.sluice.bundle.ssh.SigningKey;
import dev.sluice.bundle.ssh.SshPublicKey;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes keys and writes them into a generation, the card last. */
final class KeyMaking {
  private final KeyGeneration generation;
  private final KeyChoice choice;
  private final AgentChannel agent;
  private final Optional<char[]> passphrase;
  private final SecureRandom random;

  KeyMaking(
      KeyGeneration generation,
      KeyChoice choice,
      AgentChannel agent,
      Optional<char[]> passphrase,
      SecureRandom random) {
    this.generation = generation;
    this.choice = choice;
    this.agent = agent;
    this.passphrase = passphrase;
    this.random = random;
  }

  /** All keys of a site. */
  SignedCard all(String name, Direction sends, String incarnation) throws IOException {
    Map<AgeSuite, AgeRecipient> recipients = identities();
    Optional<SshPublicKey> composite = composite();
    Signer signing = signing();
    return write(
        new Card(name, sends, incarnation, signing.publicKey(), composite, recipients), signing);
  }

  /**
   * New keys for {@code parts} of {@code before}.
   *
   * @param present signs the card unless the signing key is one of the parts
   */
  SignedCard some(Card before, Set<KeyFolder.Part> parts, Signer present) throws IOException {
    boolean signs = parts.contains(KeyFolder.Part.SIGNING);
    boolean opens = parts.contains(KeyFolder.Part.ENCRYPTION);
    Optional<SshPublicKey> composite = signs ? composite() : before.composite();
    Signer signing = signs ? signing() : present;
    var card =
        new Card(
            before.name(),
            before.sends(),
            before.incarnation(),
            signing.publicKey(),
            composite,
            opens ? identities() : before.recipients());
    return write(card, signing);
  }

  private Signer signing() throws IOException {
    if (choice.inAgent().isPresent()) {
      generation.writeAgentKey(choice.inAgent().get());
      return new AgentKey(choice.inAgent().get(), agent);
    }
    SigningKey key = SigningKey.generate(random);
    generation.writeSigningKey(key, passphrase, random);
    return key;
  }

  private Optional<SshPublicKey> composite() throws IOException {
    if (!choice.composite()) {
      return Optional.empty();
    }
    CompositeKey key = CompositeKey.generate(random);
    generation.writeCompositeKey(key, passphrase, random);
    return Optional.of(key.publicKey());
  }

  private Map<AgeSuite, AgeRecipient> identities() throws IOException {
    var recipients = new EnumMap<AgeSuite, AgeRecipient>(AgeSuite.class);
    for (AgeSuite suite : AgeSuite.values()) {
      AgeIdentity identity = AgeIdentity.generate(suite, random);
      recipients.put(suite, identity.recipient());
      generation.writeIdentity(identity, passphrase, random);
    }
    return recipients;
  }

  private SignedCard write(Card card, Signer signing) throws IOException {
    SignedCard signed = SignedCard.sign(card, signing);
    generation.writeCard(signed);
    return signed;
  }
}
