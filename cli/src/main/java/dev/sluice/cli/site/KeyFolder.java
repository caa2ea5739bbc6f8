package dev.sluice.cli.site;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.sluice.bundle.age.AgeException;
import dev.sluice.bundle.age.AgeIdentity;
import dev.sluice.bundle.age.AgeRecipient;
import dev.sluice.bundle.age.AgeSuite;
import dev.sluice.bundle.age.PassphraseSeal;
import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.pairing.Card;
import dev.sluice.bundle.pairing.PairingException;
import dev.sluice.bundle.pairing.SignedCard;
import dev.sluice.bundle.ssh.SigningKey;
import dev.sluice.bundle.ssh.SshException;
import dev.sluice.state.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.Optional;

/**
 * The secret and public keys of a site. Secret files are in the forms of OpenSSH and age; with a
 * passphrase each is wrapped as an age file that {@code age -d} opens.
 */
public final class KeyFolder {
  private static final String SIGNING = "signing.key";
  private static final String CARD = "card.json";
  private static final String SEALED = ".age";

  /** Where a passphrase comes from, asked for only when one is needed. */
  public interface Passphrase {
    char[] ask();
  }

  private final Path folder;

  private KeyFolder(Path folder) {
    this.folder = folder;
  }

  public static KeyFolder of(SiteFolder site) {
    return new KeyFolder(site.keys());
  }

  /**
   * Makes all keys of the site.
   *
   * @param incarnation of the site's store
   * @param passphrase protects the secret files; empty leaves them to the file permissions alone
   */
  public static SignedCard generate(
      SiteFolder site, String incarnation, Optional<char[]> passphrase, SecureRandom random)
      throws IOException, SiteException {
    Direction sends =
        site.kind()
            .sends()
            .orElseThrow(
                () ->
                    new SiteException(
                        SiteException.Reason.WRONG_SIDE, "a guard station has no keys of its own"));
    var keys = of(site);
    if (Files.exists(keys.folder.resolve(CARD))) {
      throw new SiteException(SiteException.Reason.ALREADY_THERE, "this site already has keys");
    }
    PrivateFiles.folder(keys.folder);
    SigningKey signing = SigningKey.generate(random);
    var recipients = new EnumMap<AgeSuite, AgeRecipient>(AgeSuite.class);
    for (AgeSuite suite : AgeSuite.values()) {
      AgeIdentity identity = AgeIdentity.generate(suite, random);
      recipients.put(suite, identity.recipient());
      byte[] file = (identity.revealSecret() + "\n").getBytes(US_ASCII);
      keys.writeSecret(identityFile(suite), file, passphrase, random);
    }
    keys.writeSecret(SIGNING, signing.revealKeyFile(), passphrase, random);
    SignedCard card =
        SignedCard.sign(
            new Card(site.name(), sends, incarnation, signing.publicKey(), recipients), signing);
    PrivateFiles.write(keys.folder.resolve(CARD), card.bytes());
    return card;
  }

  /** What this site hands out. */
  public SignedCard card() throws IOException, SiteException {
    Path file = folder.resolve(CARD);
    if (!Files.isRegularFile(file)) {
      throw new SiteException(SiteException.Reason.MISSING, "this site has no keys yet");
    }
    try {
      return SignedCard.parse(Files.readAllBytes(file));
    } catch (PairingException e) {
      throw new SiteException(
          SiteException.Reason.KEY, "keys/card.json is damaged: " + e.getMessage());
    }
  }

  /** The key that signs. */
  public SigningKey signingKey(Passphrase passphrase) throws IOException, SiteException {
    try {
      return SigningKey.parse(readSecret(SIGNING, passphrase));
    } catch (SshException e) {
      throw new SiteException(
          SiteException.Reason.KEY, "keys/signing.key is not a key of this site");
    }
  }

  /** The identity that opens bundles of {@code suite}. */
  public AgeIdentity identity(AgeSuite suite, Passphrase passphrase)
      throws IOException, SiteException {
    String name = identityFile(suite);
    try {
      return AgeIdentity.parse(new String(readSecret(name, passphrase), US_ASCII).strip());
    } catch (AgeException e) {
      throw new SiteException(SiteException.Reason.KEY, "keys/" + name + " is not an age identity");
    }
  }

  /** Whether a passphrase protects the secret files. */
  public boolean isSealed() {
    return Files.isRegularFile(folder.resolve(SIGNING + SEALED));
  }

  private static String identityFile(AgeSuite suite) {
    return "identity-" + suite.word() + ".txt";
  }

  private void writeSecret(
      String name, byte[] secret, Optional<char[]> passphrase, SecureRandom random)
      throws IOException {
    if (passphrase.isEmpty()) {
      PrivateFiles.write(folder.resolve(name), secret);
    } else {
      PrivateFiles.write(
          folder.resolve(name + SEALED), PassphraseSeal.seal(secret, passphrase.get(), random));
    }
  }

  private byte[] readSecret(String name, Passphrase passphrase) throws IOException, SiteException {
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
