package dev.sluice.cli.site;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.sluice.bundle.ssh.Namespace;
import dev.sluice.bundle.ssh.Signer;
import dev.sluice.bundle.ssh.SshException;
import dev.sluice.bundle.ssh.SshPublicKey;
import dev.sluice.bundle.ssh.SshSignature;
import dev.sluice.state.review.ReviewSeal;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** Signs decisions with the site's key, which is unlocked when the first one is made. */
public final class SiteSeal implements ReviewSeal {
  /** Gives the secret key. */
  public interface KeySource {
    Signer unlock() throws IOException, SiteException;
  }

  private final Set<SshPublicKey> believed;
  private final KeySource source;
  private Optional<Signer> key = Optional.empty();

  /**
   * A seal that believes the keys {@code believed}.
   *
   * @param source gives the key that signs
   */
  public SiteSeal(Set<SshPublicKey> believed, KeySource source) {
    this.believed = Set.copyOf(believed);
    this.source = source;
  }

  @Override
  public String seal(byte[] message) {
    if (key.isEmpty()) {
      key = Optional.of(unlock());
    }
    try {
      return new String(key.get().sign(Namespace.REVIEW, message).armoured(), US_ASCII);
    } catch (IOException e) {
      throw new SealBrokenException(e);
    }
  }

  private Signer unlock() {
    try {
      return source.unlock();
    } catch (IOException | SiteException e) {
      throw new SealBrokenException(e);
    }
  }

  @Override
  public boolean fits(byte[] message, String signature) {
    try {
      SshSignature.parse(signature.getBytes(US_ASCII)).verify(Namespace.REVIEW, message, believed);
      return true;
    } catch (SshException e) {
      return false;
    }
  }
}
