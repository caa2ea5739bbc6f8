package dev.sluice.bundle;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.READ;

import dev.sluice.bundle.model.BundleRejectedException;
import dev.sluice.bundle.model.RejectionReason;
import dev.sluice.bundle.model.Sums;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * A folder on a medium, and how its files are read.
 *
 * @param pastCache past the system's cache, where the file system can do that
 * @param headway is told of all bytes that are read
 */
record MediumFolder(Path path, boolean pastCache, Headway headway) {
  static MediumFolder at(Path path) {
    return new MediumFolder(path, false, Headway.NONE);
  }

  MediumFolder readPastCache() {
    return new MediumFolder(path, true, headway);
  }

  MediumFolder heardBy(Headway other) {
    return new MediumFolder(path, pastCache, other);
  }

  boolean has(String name) {
    return Files.exists(path.resolve(name), NOFOLLOW_LINKS);
  }

  /** Whether files of this folder can be read past the cache, and are. */
  boolean canPassCache() throws IOException {
    if (!pastCache) {
      return false;
    }
    Optional<InputStream> tried = DirectInput.open(path.resolve(Sums.MANIFEST));
    if (tried.isPresent()) {
      tried.get().close();
    }
    return tried.isPresent();
  }

  /** Opens a file, which has to be a regular one. */
  InputStream open(String name) throws IOException, BundleRejectedException {
    Path file = path.resolve(name);
    if (!Files.isRegularFile(file, NOFOLLOW_LINKS)) {
      throw new BundleRejectedException(
          RejectionReason.NOT_A_FILE, name, "a file of the bundle is a link, folder or device");
    }
    return headway == Headway.NONE ? opened(file) : new HeardInput(opened(file), headway);
  }

  private InputStream opened(Path file) throws IOException {
    Optional<InputStream> past = pastCache ? DirectInput.open(file) : Optional.empty();
    return past.isPresent()
        ? past.get()
        : Channels.newInputStream(Files.newByteChannel(file, Set.of(READ, NOFOLLOW_LINKS)));
  }
}
