package dev.sluice.cli.site;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.sluice.bundle.pairing.Card;
import dev.sluice.bundle.pairing.ConfirmedPairing;
import dev.sluice.bundle.pairing.Pairing;
import dev.sluice.bundle.pairing.PairingException;
import dev.sluice.bundle.pairing.SignedPairing;
import dev.sluice.state.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The pairings of a site, one folder per peer. */
public final class PeerFolder {
  private static final String PAIRING = "pairing.json";
  private static final String ALLOWED_SIGNERS = "allowed_signers";

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
    try (var folders = Files.newDirectoryStream(site.peers())) {
      for (Path folder : folders) {
        if (Files.isRegularFile(folder.resolve(PAIRING))) {
          names.add(folder.getFileName().toString());
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return List.copyOf(names);
  }

  /** The pairing with {@code peer}, confirmed or not. */
  public SignedPairing find(String peer) throws IOException, SiteException {
    Path file = folder(peer).resolve(PAIRING);
    if (!Files.isRegularFile(file)) {
      throw new SiteException(SiteException.Reason.MISSING, "this site has no peer of that name");
    }
    try {
      return SignedPairing.parse(Files.readAllBytes(file));
    } catch (PairingException e) {
      throw new SiteException(
          SiteException.Reason.KEY, "the pairing file is damaged: " + e.getMessage());
    }
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

  /** All pairings that both sides have confirmed. */
  public List<ConfirmedPairing> confirmed() throws IOException, SiteException {
    var confirmed = new ArrayList<ConfirmedPairing>();
    for (String name : names()) {
      find(name).confirmed().ifPresent(confirmed::add);
    }
    return List.copyOf(confirmed);
  }

  /** Keeps {@code pairing}, in place of what was known of this peer. */
  public void put(SignedPairing pairing) throws IOException {
    Path folder = folder(peerName(pairing.pairing()));
    PrivateFiles.folder(folder);
    PrivateFiles.write(folder.resolve(PAIRING), pairing.bytes());
    var confirmed = pairing.confirmed();
    if (confirmed.isPresent()) {
      byte[] signers = confirmed.get().allowedSigners().getBytes(US_ASCII);
      PrivateFiles.write(folder.resolve(ALLOWED_SIGNERS), signers);
    }
  }

  /** Forgets {@code peer}: its bundles are refused from now on. */
  public void remove(String peer) throws IOException, SiteException {
    find(peer);
    Path folder = folder(peer);
    Files.deleteIfExists(folder.resolve(ALLOWED_SIGNERS));
    Files.delete(folder.resolve(PAIRING));
    Files.delete(folder);
  }

  /** Where the pairing with {@code peer} lies, for the person who carries it. */
  public Path pairingFile(String peer) {
    return folder(peer).resolve(PAIRING);
  }

  private Path folder(String peer) {
    for (String part : peer.split("\\+", 2)) {
      if (!Card.isName(part)) {
        return site.peers().resolve("no-such-peer");
      }
    }
    return site.peers().resolve(peer);
  }
}
