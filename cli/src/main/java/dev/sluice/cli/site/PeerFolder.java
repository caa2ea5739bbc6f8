package dev.sluice.cli.site;

import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.pairing.Card;
import dev.sluice.bundle.pairing.ConfirmedPairing;
import dev.sluice.bundle.pairing.Pairing;
import dev.sluice.bundle.pairing.SignedPairing;
import dev.sluice.bundle.ssh.SshPublicKey;
import dev.sluice.state.files.FolderFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The pairings of a site, one folder per peer. */
public final class PeerFolder {
  private final SiteFolder site;

  private PeerFolder(SiteFolder site) {
    this.site = site;
  }

  public static PeerFolder of(SiteFolder site) {
    return new PeerFolder(site);
  }

  /** What the other end of {@code pairing} is called here; a guard names both ends. */
  public String peerName(Pairing pairing) {
    return switch (site.kind()) {
      case LOW -> pairing.high().name();
      case HIGH -> pairing.low().name();
      case GUARD -> pairing.low().name() + "+" + pairing.high().name();
    };
  }

  /** Names of all peers, in order. */
  public List<String> names() throws IOException {
    var names = new TreeSet<String>();
    for (Path folder : FolderFiles.of(site.peers())) {
      if (new PeerPairings(folder).exist()) {
        names.add(folder.getFileName().toString());
      }
    }
    return List.copyOf(names);
  }

  /** The pairing with {@code peer} that is in force, or the first one, not confirmed yet. */
  public SignedPairing find(String peer) throws IOException, SiteException {
    return known(peer).present();
  }

  /** What is proposed to take the place of the pairing with {@code peer}. */
  public Optional<SignedPairing> proposed(String peer) throws IOException, SiteException {
    return known(peer).proposed();
  }

  /** The pairing with {@code peer} if both sides have confirmed it. */
  public ConfirmedPairing confirmed(String peer) throws IOException, SiteException {
    return find(peer)
        .confirmed()
        .orElseThrow(
            () ->
                new SiteException(
                    SiteException.Reason.NOT_CONFIRMED,
                    "the pairing is not confirmed by both sides yet"));
  }

  /** The pairings that are in force, one for each peer. */
  public List<ConfirmedPairing> confirmed() throws IOException, SiteException {
    var confirmed = new ArrayList<ConfirmedPairing>();
    for (String name : names()) {
      find(name).confirmed().ifPresent(confirmed::add);
    }
    return List.copyOf(confirmed);
  }

  /** Those in force and those that were superseded, each as far as it counts. */
  public List<ConfirmedPairing> believed(LocalDate today) throws IOException, SiteException {
    var believed = new ArrayList<ConfirmedPairing>();
    for (String name : names()) {
      believed.addAll(known(name).believed(today));
    }
    return List.copyOf(believed);
  }

  /** The keys that pairings with {@code peer} name, or named, for bundles of {@code direction}. */
  public List<SshPublicKey> keys(String peer, Direction direction)
      throws IOException, SiteException {
    return known(peer).keys(direction);
  }

  /** Counts nothing that {@code key} signed after bundle {@code last}. */
  public void revoke(String peer, SshPublicKey key, long last) throws IOException, SiteException {
    known(peer).revoke(key, last);
  }

  /** The keys of {@code peer} that are revoked. */
  public Revocations revocations(String peer) throws IOException, SiteException {
    return known(peer).revocations();
  }

  /**
   * Keeps {@code pairing}. One that supersedes a confirmed one is proposed until both sides have
   * signed it.
   */
  public void put(SignedPairing pairing) throws IOException, SiteException {
    pairings(peerName(pairing.pairing())).put(pairing);
  }

  /** Forgets {@code peer}: its bundles are refused from now on. */
  public void remove(String peer) throws IOException, SiteException {
    known(peer).remove();
  }

  /** Where the pairing with {@code peer} lies, for the person who carries it. */
  public Path pairingFile(String peer) throws IOException, SiteException {
    return known(peer).carried();
  }

  private PeerPairings known(String peer) throws SiteException {
    PeerPairings pairings = pairings(peer);
    if (!pairings.exist()) {
      throw new SiteException(SiteException.Reason.MISSING, "this site has no peer of that name");
    }
    return pairings;
  }

  private PeerPairings pairings(String peer) {
    boolean named = Stream.of(peer.split("\\+", 2)).allMatch(Card::isName);
    return new PeerPairings(site.peers().resolve(named ? peer : "no-such-peer"));
  }
}
