package dev.sluice.cli.site;

import dev.sluice.bundle.age.AgeIdentity;
import dev.sluice.bundle.age.AgeRecipient;
import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.pairing.Card;
import dev.sluice.bundle.pairing.SignedCard;
import dev.sluice.bundle.ssh.AgentChannel;
import dev.sluice.bundle.ssh.CompositeKey;
import dev.sluice.bundle.ssh.Signer;
import dev.sluice.bundle.ssh.SshPublicKey;
import dev.sluice.state.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The keys of a site: the present ones, and those that {@link #rotate} has replaced, which open
 * bundles that were under way and sign for peers that don't know the present ones yet.
 *
 * <p>A rotation that was killed leaves a former generation with the present card; that one counts,
 * and the next rotation starts over.
 */
public final class KeyFolder {
  private static final String FORMER = "former";

  /** Where a passphrase comes from, asked for only when one is needed. */
  public interface Passphrase {
    char[] ask();
  }

  /** What can be replaced. */
  public enum Part {
    /** The key that signs bundles, pairings and decisions. */
    SIGNING,
    /** The identities that open bundles. */
    ENCRYPTION
  }

  private final Path folder;
  private final KeyGeneration present;
  private final AgentChannel agent;

  private KeyFolder(Path folder, AgentChannel agent) {
    this.folder = folder;
    this.present = new KeyGeneration(folder);
    this.agent = agent;
  }

  /**
   * The keys of {@code site}.
   *
   * @param agent holds the signing key, if no file does
   */
  public static KeyFolder of(SiteFolder site, AgentChannel agent) {
    return new KeyFolder(site.keys(), agent);
  }

  /**
   * Makes all keys of {@code site}, which has none.
   *
   * @param incarnation of the site's store
   * @param passphrase protects the secret files; empty leaves them to the file permissions alone
   */
  public SignedCard generate(
      SiteFolder site,
      String incarnation,
      KeyChoice choice,
      Optional<char[]> passphrase,
      SecureRandom random)
      throws IOException, SiteException {
    Direction sends =
        site.kind()
            .sends()
            .orElseThrow(
                () ->
                    new SiteException(
                        SiteException.Reason.WRONG_SIDE, "a guard station has no keys of its own"));
    if (present.exists()) {
      throw new SiteException(SiteException.Reason.ALREADY_THERE, "this site already has keys");
    }
    PrivateFiles.folder(folder);
    return new KeyMaking(present, choice, agent, passphrase, random)
        .all(site.name(), sends, incarnation);
  }

  /**
   * Makes all keys anew, after the present ones were lost or are to count no more. What is left of
   * those is kept as a former generation; no peer knows the new ones before it is paired with
   * again.
   *
   * @param incarnation of the site's store
   */
  public SignedCard replaceAll(
      String incarnation, KeyChoice choice, Optional<char[]> passphrase, SecureRandom random)
      throws IOException, SiteException {
    Card former = card().card();
    keepPresent(former);
    return new KeyMaking(present, choice, agent, passphrase, random)
        .all(former.name(), former.sends(), incarnation);
  }

  /** Whether this site has keys, or the card of keys that are gone. */
  public boolean exist() {
    return present.exists();
  }

  /**
   * Makes new keys for {@code parts} and keeps the replaced ones as a former generation. The new
   * secret files are protected as the present ones are, and there is a composite key again if there
   * was one.
   *
   * @param inAgent the key of an ssh-agent that is to sign from now on; empty for one in a file
   */
  public SignedCard rotate(
      Set<Part> parts, Optional<SshPublicKey> inAgent, Passphrase passphrase, SecureRandom random)
      throws IOException, SiteException {
    Card before = card().card();
    Signer signing = signingKey(before.signing(), passphrase);
    Optional<char[]> sealing =
        present.hasSealedIdentities() ? Optional.of(passphrase.ask()) : Optional.empty();
    keepPresent(before);
    var choice = new KeyChoice(inAgent, before.composite().isPresent());
    return new KeyMaking(present, choice, agent, sealing, random).some(before, parts, signing);
  }

  private void keepPresent(Card card) throws IOException, SiteException {
    List<KeyGeneration> former = former();
    if (!former.isEmpty() && former.get(0).isOf(card)) {
      return;
    }
    PrivateFiles.folder(folder.resolve(FORMER));
    String number = "%04d".formatted(former.size() + 1);
    present.copyTo(new KeyGeneration(folder.resolve(FORMER).resolve(number)));
  }

  /** What this site hands out. */
  public SignedCard card() throws IOException, SiteException {
    return present.card();
  }

  /** All keys with which this site has signed, the present one first. */
  public Set<SshPublicKey> signingKeys() throws IOException, SiteException {
    var keys = new LinkedHashSet<SshPublicKey>();
    keys.add(card().card().signing());
    for (KeyGeneration generation : former()) {
      keys.add(generation.card().card().signing());
    }
    return keys;
  }

  /** The key with which this site signs now. */
  public Signer signingKey(Passphrase passphrase) throws IOException, SiteException {
    return signingKey(card().card().signing(), passphrase);
  }

  /** The secret half of {@code key}, which is or was this site's. */
  public Signer signingKey(SshPublicKey key, Passphrase passphrase)
      throws IOException, SiteException {
    return generation(card -> card.signing().equals(key)).signingKey(passphrase, agent);
  }

  /** The secret half of the composite key {@code key}, which is or was this site's. */
  public CompositeKey compositeKey(SshPublicKey key, Passphrase passphrase, SecureRandom random)
      throws IOException, SiteException {
    return generation(card -> card.composite().equals(Optional.of(key)))
        .compositeKey(passphrase, random);
  }

  /** The identity that opens what is encrypted to {@code recipient}. */
  public AgeIdentity identity(AgeRecipient recipient, Passphrase passphrase)
      throws IOException, SiteException {
    return generation(card -> card.recipients().containsValue(recipient))
        .identity(recipient.suite(), passphrase);
  }

  /** Removes the replaced signing keys but {@code used}. */
  public void forgetSigningKeysBut(Set<SshPublicKey> used) throws IOException, SiteException {
    SshPublicKey now = card().card().signing();
    for (KeyGeneration generation : former()) {
      SshPublicKey key = generation.card().card().signing();
      if (!key.equals(now) && !used.contains(key)) {
        generation.forgetSigningKey();
      }
    }
  }

  /**
   * Protects all secret files, those of former generations too, with another passphrase. Each is
   * replaced in one step; a killed run is run again with the same two passphrases.
   *
   * @param old asked once at most for each file that has one
   * @param next empty leaves the files to their permissions alone
   */
  public void changePassphrase(Passphrase old, Optional<char[]> next, SecureRandom random)
      throws IOException, SiteException {
    card();
    present.protect(old, next, random);
    for (KeyGeneration generation : former()) {
      generation.protect(old, next, random);
    }
  }

  /** Whether it takes a passphrase to sign. */
  public boolean isSealed() {
    return present.isSealed();
  }

  /** Whether it takes a passphrase to open bundles. */
  public boolean hasSealedIdentities() {
    return present.hasSealedIdentities();
  }

  /** Whether an ssh-agent signs. */
  public boolean isInAgent() {
    return present.isInAgent();
  }

  private KeyGeneration generation(Predicate<Card> wanted) throws IOException, SiteException {
    var generations = new ArrayList<>(former());
    generations.add(present);
    for (KeyGeneration generation : generations) {
      if (wanted.test(generation.card().card())) {
        return generation;
      }
    }
    throw new SiteException(
        SiteException.Reason.KEY, "this site does not have the key that the pairing names");
  }

  /** Newest first. */
  private List<KeyGeneration> former() throws IOException {
    Path former = folder.resolve(FORMER);
    if (!Files.isDirectory(former)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(former)) {
      return folders
          .sorted((one, other) -> other.compareTo(one))
          .map(KeyGeneration::new)
          .filter(KeyGeneration::exists)
          .toList();
    }
  }
}
