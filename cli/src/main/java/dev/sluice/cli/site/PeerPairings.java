package dev.sluice.cli.site;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.pairing.ConfirmedPairing;
import dev.sluice.bundle.pairing.PairingException;
import dev.sluice.bundle.pairing.SignedPairing;
import dev.sluice.bundle.ssh.SshPublicKey;
import dev.sluice.state.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The pairings with one peer, in a folder: the one in force, one that is proposed in its place, and
 * those that were superseded, under which bundles may still be under way.
 */
final class PeerPairings {
  private static final String PAIRING = "pairing.json";
  private static final String PROPOSED = "proposed.json";
  private static final String REVOKED = "revoked.json";
  private static final String FORMER = "former";
  private static final String ALLOWED_SIGNERS = "allowed_signers";

  private final Path folder;

  PeerPairings(Path folder) {
    this.folder = folder;
  }

  boolean exist() {
    return Files.isRegularFile(folder.resolve(PAIRING));
  }

  /** The pairing in force, or the first one, which is not confirmed yet. */
  SignedPairing present() throws IOException, SiteException {
    return read(folder.resolve(PAIRING));
  }

  /** The pairing that waits for signatures to take the place of the one in force. */
  Optional<SignedPairing> proposed() throws IOException, SiteException {
    Path file = folder.resolve(PROPOSED);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    SignedPairing proposed = read(file);
    return isSame(proposed, present()) ? Optional.empty() : Optional.of(proposed);
  }

  /** The file to carry to the other side. */
  Path carried() throws IOException, SiteException {
    return folder.resolve(proposed().isPresent() ? PROPOSED : PAIRING);
  }

  /** The pairing in force and those before it, each as far as it counts; none before the first. */
  List<ConfirmedPairing> believed(LocalDate today) throws IOException, SiteException {
    Revocations revocations = revocations();
    return chain().stream().map(revocations::applyTo).map(known -> known.asOf(today)).toList();
  }

  private List<ConfirmedPairing> chain() throws IOException, SiteException {
    Optional<ConfirmedPairing> newest = present().confirmed();
    var believed = new ArrayList<ConfirmedPairing>();
    newest.ifPresent(believed::add);
    for (Path file : newest.isPresent() ? former() : List.<Path>of()) {
      ConfirmedPairing older = read(file).confirmed().orElseThrow(() -> damaged("not signed"));
      ConfirmedPairing next = believed.get(believed.size() - 1);
      if (!older.digest().equals(next.digest())) {
        believed.add(superseded(older, next));
      }
    }
    return believed;
  }

  private static ConfirmedPairing superseded(ConfirmedPairing older, ConfirmedPairing next)
      throws SiteException {
    try {
      return older.supersededBy(next);
    } catch (PairingException e) {
      throw damaged(e.getMessage());
    }
  }

  /**
   * Keeps {@code pairing}: in force once both have signed it, else as the one that is proposed. It
   * has to follow a confirmed one that it takes the place of.
   */
  void put(SignedPairing pairing) throws IOException, SiteException {
    PrivateFiles.folder(folder);
    boolean replaces = exist() && !isSame(present(), pairing);
    if (replaces && present().confirmed().isPresent()) {
      if (pairing.confirmed().isEmpty()) {
        PrivateFiles.write(folder.resolve(PROPOSED), pairing.bytes());
        return;
      }
      superseded(present().confirmed().get(), pairing.confirmed().get());
      keepFormer(present());
    }
    PrivateFiles.write(folder.resolve(PAIRING), pairing.bytes());
    Files.deleteIfExists(folder.resolve(PROPOSED));
    Optional<ConfirmedPairing> confirmed = pairing.confirmed();
    if (confirmed.isPresent()) {
      byte[] signers = confirmed.get().allowedSigners().getBytes(US_ASCII);
      PrivateFiles.write(folder.resolve(ALLOWED_SIGNERS), signers);
    }
  }

  private void keepFormer(SignedPairing pairing) throws IOException {
    PrivateFiles.folder(folder.resolve(FORMER));
    String name = "%04d.json".formatted(pairing.pairing().version());
    PrivateFiles.write(folder.resolve(FORMER).resolve(name), pairing.bytes());
  }

  /** The keys of this peer that are revoked. */
  Revocations revocations() throws IOException, SiteException {
    Path file = folder.resolve(REVOKED);
    return Files.isRegularFile(file)
        ? Revocations.parse(Files.readAllBytes(file))
        : Revocations.none();
  }

  /** Counts nothing that {@code key} signed after bundle {@code last}. */
  void revoke(SshPublicKey key, long last) throws IOException, SiteException {
    PrivateFiles.write(folder.resolve(REVOKED), revocations().and(key, last).bytes());
  }

  /** The keys that the pairings name for bundles of {@code direction}, the present one first. */
  List<SshPublicKey> keys(Direction direction) throws IOException, SiteException {
    return chain().stream().map(known -> known.pairing().sender(direction).signing()).toList();
  }

  void remove() throws IOException {
    Files.delete(folder.resolve(PAIRING));
    PrivateFiles.clear(folder);
  }

  /** Newest first. */
  private List<Path> former() throws IOException {
    Path former = folder.resolve(FORMER);
    if (!Files.isDirectory(former)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(former)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted((one, other) -> other.compareTo(one))
          .toList();
    }
  }

  private static boolean isSame(SignedPairing one, SignedPairing other) {
    return one.pairing().digest().equals(other.pairing().digest());
  }

  private static SignedPairing read(Path file) throws IOException, SiteException {
    try {
      return SignedPairing.parse(Files.readAllBytes(file));
    } catch (PairingException e) {
      throw damaged(e.getMessage());
    }
  }

  private static SiteException damaged(String why) {
    return new SiteException(SiteException.Reason.KEY, "a pairing file is damaged: " + why);
  }
}
