package dev.sluice.bundle;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.READ;

import dev.sluice.bundle.model.BundleLimits;
import dev.sluice.bundle.model.BundleRejectedException;
import dev.sluice.bundle.model.Manifest;
import dev.sluice.bundle.model.RejectionReason;
import dev.sluice.bundle.model.Routing;
import dev.sluice.bundle.model.Sums;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A folder that may be a bundle. Its small files have been read once, within limits; holding one
 * proves nothing about them.
 */
public final class UntrustedBundle {
  private static final int HOW_TO_OPEN_BYTES = 64 << 10;

  private final MediumFolder folder;
  private final BundleLimits limits;
  private final FolderListing listing;
  private final byte[] sums;
  private final byte[] signature;
  private final byte[] manifest;
  private final byte[] howToOpen;

  private UntrustedBundle(UntrustedBundle other, MediumFolder folder) {
    this.folder = folder;
    limits = other.limits;
    listing = other.listing;
    sums = other.sums;
    signature = other.signature;
    manifest = other.manifest;
    howToOpen = other.howToOpen;
  }

  private UntrustedBundle(Path folder, BundleLimits limits)
      throws IOException, BundleRejectedException {
    this.folder = MediumFolder.at(folder);
    this.limits = limits;
    listing = FolderListing.of(folder);
    sums = small(Sums.FILE, limits.sumsBytes());
    signature = small(BundleFiles.EXPORT_SIGNATURE, limits.signatureBytes());
    manifest = small(Sums.MANIFEST, limits.manifestBytes());
    howToOpen = small(Sums.HOW_TO_OPEN, HOW_TO_OPEN_BYTES);
  }

  /**
   * Looks at {@code folder} on a medium.
   *
   * @throws BundleRejectedException NOT_A_BUNDLE, UNDECLARED_FILE, NOT_A_FILE or LIMIT
   */
  public static UntrustedBundle at(Path folder, BundleLimits limits)
      throws IOException, BundleRejectedException {
    return new UntrustedBundle(folder, limits);
  }

  /** Whether {@code folder} has a signed root, so that it is worth calling {@link #at}. */
  public static boolean looksLikeOne(Path folder) {
    return Files.isRegularFile(folder.resolve(BundleFiles.EXPORT_SIGNATURE), NOFOLLOW_LINKS)
        && Files.isRegularFile(folder.resolve(Sums.FILE), NOFOLLOW_LINKS);
  }

  /**
   * What the manifest of an unfinished bundle claims, if there is one; nobody has signed it.
   *
   * @throws IOException if it cannot be read
   */
  public static Optional<Routing> claimedRouting(Path folder) throws IOException {
    Path file = folder.resolve(Sums.MANIFEST);
    if (!Files.isRegularFile(file, NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try (InputStream in =
        Channels.newInputStream(Files.newByteChannel(file, Set.of(READ, NOFOLLOW_LINKS)))) {
      BundleLimits limits = BundleLimits.STANDARD;
      byte[] bytes = in.readNBytes(limits.manifestBytes());
      return Optional.of(Manifest.parse(bytes, limits).routing());
    } catch (BundleRejectedException e) {
      return Optional.empty();
    }
  }

  /** Whether a file of this name may belong to a bundle, finished or not. */
  public static boolean isOfTheFormat(String name) {
    return BundleFiles.isKnown(name) || BundleFiles.isUnfinished(name);
  }

  /** The composite signature, read now and only if somebody asks for it. */
  Optional<byte[]> compositeSignature() throws BundleRejectedException {
    String name = BundleFiles.COMPOSITE_SIGNATURE;
    if (!folder.has(name)) {
      return Optional.empty();
    }
    try {
      return Optional.of(small(name, limits.signatureBytes()));
    } catch (IOException e) {
      throw new BundleRejectedException(
          RejectionReason.FILE_DAMAGED, name, "a file of the bundle cannot be read");
    }
  }

  private byte[] small(String name, int limit) throws IOException, BundleRejectedException {
    if (!folder.has(name)) {
      boolean unfinished = name.startsWith(Sums.FILE);
      throw new BundleRejectedException(
          unfinished ? RejectionReason.NOT_A_BUNDLE : RejectionReason.FILE_MISSING,
          name,
          unfinished
              ? "the folder has no signed root; its export was not finished"
              : "a file of the bundle is missing");
    }
    try (InputStream in = open(name)) {
      byte[] bytes = in.readNBytes(limit + 1);
      if (bytes.length > limit) {
        throw new BundleRejectedException(
            RejectionReason.LIMIT, name, "a file of the bundle is longer than " + limit + " bytes");
      }
      return bytes;
    }
  }

  /**
   * The same bundle, whose volumes are read past the system's cache where the file system can do
   * that: for a medium that was written a moment ago.
   */
  public UntrustedBundle pastCache() {
    return new UntrustedBundle(this, folder.readPastCache());
  }

  /** The same bundle, which tells {@code headway} of all bytes of its volumes that are read. */
  public UntrustedBundle heardBy(Headway headway) {
    return new UntrustedBundle(this, folder.heardBy(headway));
  }

  /** Who hears how far the work on it has come. */
  public Headway headway() {
    return folder.headway();
  }

  /** Whether its volumes are read past the system's cache. */
  public boolean readsPastCache() throws IOException {
    return folder.canPassCache();
  }

  /** Opens a file of the folder, which has to be a regular one. */
  InputStream open(String name) throws IOException, BundleRejectedException {
    return folder.open(name);
  }

  BundleLimits limits() {
    return limits;
  }

  byte[] sums() {
    return sums;
  }

  byte[] signature() {
    return signature;
  }

  byte[] manifest() {
    return manifest;
  }

  byte[] howToOpen() {
    return howToOpen;
  }

  /** Volume files that lie in the folder, declared or not. */
  List<String> volumes() {
    return listing.volumes();
  }

  List<String> strays() {
    return listing.strays();
  }
}
