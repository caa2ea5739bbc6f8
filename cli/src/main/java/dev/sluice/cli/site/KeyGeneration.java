package dev.sluice.cli.site;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.sluice.bundle.age.AgeException;
import dev.sluice.bundle.age.AgeIdentity;
import dev.sluice.bundle.age.AgeSuite;
import dev.sluice.bundle.age.PassphraseSeal;
import dev.sluice.bundle.pairing.Card;
import dev.sluice.bundle.pairing.PairingException;
import dev.sluice.bundle.pairing.SignedCard;
import dev.sluice.bundle.ssh.AgentChannel;
import dev.sluice.bundle.ssh.AgentKey;
import dev.sluice.bundle.ssh.CompositeKey;
import dev.sluice.bundle.ssh.Signer;
import dev.sluice.bundle.ssh.SigningKey;
import dev.sluice.bundle.ssh.SshException;
import dev.sluice.bundle.ssh.SshPublicKey;
import dev.sluice.state.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The keys that belong to one card, in a folder. Secret files are in the forms of OpenSSH and age;
 * with a passphrase each is wrapped as an age file that {@code age -d} opens.
 */
final class KeyGeneration {
  private static final String SIGNING = "signing.key";
  private static final String COMPOSITE = "composite.key";

  /** In place of {@link #SIGNING}: the public key whose secret half an ssh-agent holds. */
  private static final String IN_AGENT = "signing.pub";

  private static final String CARD = "card.json";
  private static final String SEALED = ".age";

  private final Path folder;

  KeyGeneration(Path folder) {
    this.folder = folder;
  }

  boolean exists() {
    return Files.isRegularFile(folder.resolve(CARD));
  }

  /** What this site hands out, or handed out. */
  SignedCard card() throws IOException, SiteException {
    if (!exists()) {
      throw new SiteException(SiteException.Reason.MISSING, "this site has no keys yet");
    }
    try {
      return SignedCard.parse(Files.readAllBytes(folder.resolve(CARD)));
    } catch (PairingException e) {
      throw new SiteException(
          SiteException.Reason.KEY, "keys/card.json is damaged: " + e.getMessage());
    }
  }

  /** Writes the card; last, since it is what makes the others count. */
  void writeCard(SignedCard card) throws IOException {
    PrivateFiles.write(folder.resolve(CARD), card.bytes());
  }

  void writeSigningKey(SigningKey key, Optional<char[]> passphrase, SecureRandom random)
      throws IOException {
    writeSecret(SIGNING, key.revealKeyFile(), passphrase, random);
    Files.deleteIfExists(folder.resolve(IN_AGENT));
  }

  /** Notes that an agent signs; a key file that was there before is gone then. */
  void writeAgentKey(SshPublicKey key) throws IOException {
    PrivateFiles.write(folder.resolve(IN_AGENT), (key.openSshText() + "\n").getBytes(US_ASCII));
    forgetKeyFile();
  }

  void writeCompositeKey(CompositeKey key, Optional<char[]> passphrase, SecureRandom random)
      throws IOException {
    writeSecret(COMPOSITE, key.revealKeyFile(), passphrase, random);
  }

  void writeIdentity(AgeIdentity identity, Optional<char[]> passphrase, SecureRandom random)
      throws IOException {
    byte[] file = (identity.revealSecret() + "\n").getBytes(US_ASCII);
    writeSecret(identityFile(identity.recipient().suite()), file, passphrase, random);
  }

  /** The key that signs, in {@code agent} if it is not in a file. */
  Signer signingKey(KeyFolder.Passphrase passphrase, AgentChannel agent)
      throws IOException, SiteException {
    if (isInAgent()) {
      return new AgentKey(card().card().signing(), agent);
    }
    try {
      return SigningKey.parse(readSecret(SIGNING, passphrase));
    } catch (SshException e) {
      throw new SiteException(
          SiteException.Reason.KEY, "keys/signing.key is not a key of this site");
    }
  }

  /** The key of second signatures. */
  CompositeKey compositeKey(KeyFolder.Passphrase passphrase, SecureRandom random)
      throws IOException, SiteException {
    try {
      return CompositeKey.parse(readSecret(COMPOSITE, passphrase), random);
    } catch (SshException e) {
      throw new SiteException(
          SiteException.Reason.KEY, "keys/composite.key is not a key of this site");
    }
  }

  /** Removes the keys that sign; the identities stay, to open what is still under way. */
  void forgetSigningKey() throws IOException {
    Files.deleteIfExists(folder.resolve(COMPOSITE));
    Files.deleteIfExists(folder.resolve(COMPOSITE + SEALED));
    forgetKeyFile();
  }

  private void forgetKeyFile() throws IOException {
    Files.deleteIfExists(folder.resolve(SIGNING));
    Files.deleteIfExists(folder.resolve(SIGNING + SEALED));
    PrivateFiles.sync(folder);
  }

  /** The identity that opens bundles of {@code suite}. */
  AgeIdentity identity(AgeSuite suite, KeyFolder.Passphrase passphrase)
      throws IOException, SiteException {
    String name = identityFile(suite);
    try {
      return AgeIdentity.parse(new String(readSecret(name, passphrase), US_ASCII).strip());
    } catch (AgeException e) {
      throw new SiteException(SiteException.Reason.KEY, "keys/" + name + " is not an age identity");
    }
  }

  /** Whether it takes a passphrase to sign. */
  boolean isSealed() {
    return Files.isRegularFile(folder.resolve(SIGNING + SEALED));
  }

  /** Whether it takes a passphrase to open bundles. */
  boolean hasSealedIdentities() {
    return Files.isRegularFile(folder.resolve(identityFile(AgeSuite.X25519) + SEALED));
  }

  /** Whether an agent signs. */
  boolean isInAgent() {
    return Files.isRegularFile(folder.resolve(IN_AGENT));
  }

  /** Copies all of it into {@code target}, which is made. */
  void copyTo(KeyGeneration target) throws IOException, SiteException {
    PrivateFiles.folder(target.folder);
    for (String name : secretFiles()) {
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file)) {
        PrivateFiles.write(target.folder.resolve(name), Files.readAllBytes(file));
      }
    }
    target.writeCard(card());
  }

  /**
   * Protects every secret file with {@code next}, or with its permissions alone. A file that has it
   * already, since an earlier run was killed, stays as it is.
   */
  void protect(KeyFolder.Passphrase old, Optional<char[]> next, SecureRandom random)
      throws IOException, SiteException {
    for (String name : secretFiles()) {
      Path sealed = folder.resolve(name + SEALED);
      if (Files.isRegularFile(sealed) && next.isPresent() && opens(sealed, next.get())) {
        continue;
      }
      if (isSecret(name) && (Files.isRegularFile(sealed) || isThere(name))) {
        writeSecret(name, readSecret(name, old), next, random);
      }
    }
  }

  private boolean isThere(String name) {
    return Files.isRegularFile(folder.resolve(name));
  }

  private static boolean isSecret(String name) {
    return !name.endsWith(SEALED) && !name.equals(IN_AGENT);
  }

  private static boolean opens(Path sealed, char[] passphrase) throws IOException {
    try {
      PassphraseSeal.open(Files.readAllBytes(sealed), passphrase);
      return true;
    } catch (AgeException e) {
      return false;
    }
  }

  private static List<String> secretFiles() {
    var names =
        new ArrayList<>(
            List.of(SIGNING, SIGNING + SEALED, COMPOSITE, COMPOSITE + SEALED, IN_AGENT));
    for (AgeSuite suite : AgeSuite.values()) {
      names.add(identityFile(suite));
      names.add(identityFile(suite) + SEALED);
    }
    return names;
  }

  /** Whether {@code other} has the card that lies here. */
  boolean isOf(Card other) throws IOException, SiteException {
    return exists() && card().card().equals(other);
  }

  private static String identityFile(AgeSuite suite) {
    return "identity-" + suite.word() + ".txt";
  }

  private void writeSecret(
      String name, byte[] secret, Optional<char[]> passphrase, SecureRandom random)
      throws IOException {
    if (passphrase.isEmpty()) {
      PrivateFiles.write(folder.resolve(name), secret);
      Files.deleteIfExists(folder.resolve(name + SEALED));
    } else {
      PrivateFiles.write(
          folder.resolve(name + SEALED), PassphraseSeal.seal(secret, passphrase.get(), random));
      Files.deleteIfExists(folder.resolve(name));
    }
  }

  private byte[] readSecret(String name, KeyFolder.Passphrase passphrase)
      throws IOException, SiteException {
    Path plain = folder.resolve(name);
    Path sealed = folder.resolve(name + SEALED);
    if (Files.isRegularFile(plain)) {
      return Files.readAllBytes(plain);
    }
    if (!Files.isRegularFile(sealed)) {
      throw new SiteException(SiteException.Reason.MISSING, "this site has no keys yet");
    }
    try {
      return PassphraseSeal.open(Files.readAllBytes(sealed), passphrase.ask());
    } catch (AgeException e) {
      boolean wrong = e.reason() == AgeException.Reason.WRONG_PASSPHRASE;
      throw new SiteException(
          SiteException.Reason.KEY,
          wrong ? "wrong passphrase for the keys of this site" : "keys/" + name + " is damaged");
    }
  }
}
