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
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A folder that may be a bundle. Its small files have been read once, within limits; holding one
 * proves nothing about them.
 */
public final class UntrustedBundle {
  private static final int HOW_TO_OPEN_BYTES = 64 << 10;
  private static final int MOST_FILES = 10_000;

  private final Path folder;
  private final BundleLimits limits;
  private final byte[] sums;
  private final byte[] signature;
  private final byte[] manifest;
  private final byte[] howToOpen;
  private final List<String> volumes;
  private final List<String> strays;
  private final boolean direct;
  private final Headway headway;

  private UntrustedBundle(UntrustedBundle other, boolean direct, Headway headway) {
    folder = other.folder;
    limits = other.limits;
    sums = other.sums;
    signature = other.signature;
    manifest = other.manifest;
    howToOpen = other.howToOpen;
    volumes = other.volumes;
    strays = other.strays;
    this.direct = direct;
    this.headway = headway;
  }

  private UntrustedBundle(Path folder, BundleLimits limits)
      throws IOException, BundleRejectedException {
    this.folder = folder;
    this.limits = limits;
    this.direct = false;
    this.headway = Headway.NONE;
    var found = new ArrayList<String>();
    var ignored = new ArrayList<String>();
    for (String name : list(folder)) {
      classify(name, found, ignored);
    }
    volumes = List.copyOf(found);
    strays = List.copyOf(ignored);
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

  private static List<String> list(Path folder) throws IOException, BundleRejectedException {
    if (!Files.isDirectory(folder, NOFOLLOW_LINKS)) {
      throw refused(RejectionReason.NOT_A_BUNDLE, folder, "this is not a bundle's folder");
    }
    var names = new TreeSet<String>();
    try (var files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        names.add(file.getFileName().toString());
        if (names.size() > MOST_FILES) {
          throw refused(RejectionReason.LIMIT, folder, "the folder has too many files");
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return List.copyOf(names);
  }

  private void classify(String name, List<String> found, List<String> ignored)
      throws BundleRejectedException {
    if (BundleFiles.isStray(name)) {
      ignored.add(name);
    } else if (!BundleFiles.isKnown(name)) {
      throw new BundleRejectedException(
          RejectionReason.UNDECLARED_FILE, name, "the bundle's folder holds a foreign file");
    } else if (BundleFiles.isVolume(name)) {
      found.add(name);
    }
  }

  /** The composite signature, read now and only if somebody asks for it. */
  Optional<byte[]> compositeSignature() throws BundleRejectedException {
    String name = BundleFiles.COMPOSITE_SIGNATURE;
    if (!Files.exists(folder.resolve(name), NOFOLLOW_LINKS)) {
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
    Path file = folder.resolve(name);
    if (!Files.exists(file, NOFOLLOW_LINKS)) {
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
    return new UntrustedBundle(this, true, headway);
  }

  /** The same bundle, which tells {@code headway} of all bytes of its volumes that are read. */
  public UntrustedBundle heardBy(Headway headway) {
    return new UntrustedBundle(this, direct, headway);
  }

  /** Who hears how far the work on it has come. */
  public Headway headway() {
    return headway;
  }

  /** Whether its volumes are read past the system's cache. */
  public boolean readsPastCache() throws IOException {
    if (!direct) {
      return false;
    }
    Optional<InputStream> tried = DirectInput.open(folder.resolve(Sums.MANIFEST));
    if (tried.isPresent()) {
      tried.get().close();
    }
    return tried.isPresent();
  }

  private InputStream opened(Path file) throws IOException {
    Optional<InputStream> past = direct ? DirectInput.open(file) : Optional.empty();
    return past.isPresent()
        ? past.get()
        : Channels.newInputStream(Files.newByteChannel(file, Set.of(READ, NOFOLLOW_LINKS)));
  }

  /** Opens a file of the folder, which has to be a regular one. */
  InputStream open(String name) throws IOException, BundleRejectedException {
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file, NOFOLLOW_LINKS)) {
      throw new BundleRejectedException(
          RejectionReason.NOT_A_FILE, name, "a file of the bundle is a link, folder or device");
    }
    return headway == Headway.NONE ? opened(file) : new HeardInput(opened(file), headway);
  }

  private static BundleRejectedException refused(
      RejectionReason reason, Path folder, String sentence) {
    Path name = folder.getFileName();
    return new BundleRejectedException(reason, name == null ? "/" : name.toString(), sentence);
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
    return volumes;
  }

  List<String> strays() {
    return strays;
  }
}
