package dev.sluice.exporter.media;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.sluice.bundle.BundleFolder;
import dev.sluice.bundle.UntrustedBundle;
import dev.sluice.state.files.FolderFiles;
import dev.sluice.state.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The newest sealed bundle for one peer, kept at the site as it was signed: so that its volumes can
 * go onto one medium after the other, and damaged ones again. A bundle is here in whole or not, as
 * on a medium: it is whole once it has its signature.
 */
public final class Outbox {
  private static final String WRITTEN = "written.txt";

  private final Path folder;

  private Outbox(Path folder) {
    this.folder = folder;
  }

  /** Where it is kept how blobs were cut for the peer; beside its bundle, which comes and goes. */
  public Path cuts() {
    return folder.resolveSibling(folder.getFileName() + ".cuts");
  }

  /**
   * The outbox for {@code peer} below {@code folder}.
   *
   * @param folder private; made when it is needed
   */
  public static Outbox of(Path folder, String peer) {
    return new Outbox(folder.resolve(peer));
  }

  /**
   * Makes place for a new bundle, which replaces the one before: it says all that that one said.
   *
   * @throws MediaException FULL if the disk has less room than {@code neededBytes}
   */
  public Path begin(String bundleFolder, long neededBytes) throws IOException, MediaException {
    PrivateFiles.clear(folder);
    PrivateFiles.folder(folder.getParent());
    PrivateFiles.folder(folder);
    requireRoom(neededBytes);
    Path bundle = folder.resolve(bundleFolder);
    PrivateFiles.folder(bundle);
    return bundle;
  }

  /**
   * Refuses when the disk has less room than {@code neededBytes}, that of the bundle counted that
   * would be replaced.
   */
  public void requireRoom(long neededBytes) throws IOException, MediaException {
    long free = Files.getFileStore(folder.getParent().getParent()).getUsableSpace() + bytesInUse();
    if (free < neededBytes) {
      throw new MediaException(
          MediaException.Reason.FULL,
          "sealing needs up to %,d bytes on this site's disk; %,d are free"
              .formatted(neededBytes, free),
          null);
    }
  }

  private long bytesInUse() throws IOException {
    long bytes = 0;
    for (Path bundle : FolderFiles.of(folder)) {
      for (Path file : FolderFiles.of(bundle)) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }

  /** The sealed bundle's folder, if there is one. */
  public Optional<Path> sealed() throws IOException {
    return FolderFiles.of(folder).stream().filter(UntrustedBundle::looksLikeOne).findFirst();
  }

  /** Where files of the bundle in {@code bundle} are put durably. */
  public static BundleFolder target(Path bundle) {
    return new DurableFolder(bundle);
  }

  /** What a failure of the outbox means. */
  public MediaException failure(IOException e) {
    return MediaFailures.of(e, "this site's disk", folder);
  }

  /** Names of the volumes that have been written to some medium and read back. */
  public Set<String> written() throws IOException {
    Path file = folder.resolve(WRITTEN);
    return Files.isRegularFile(file)
        ? new TreeSet<>(Files.readAllLines(file, US_ASCII))
        : new TreeSet<>();
  }

  /** Adds to {@link #written()}. */
  public void addWritten(Collection<String> volumes) throws IOException {
    Set<String> all = written();
    all.addAll(volumes);
    PrivateFiles.write(folder.resolve(WRITTEN), String.join("\n", all).getBytes(US_ASCII));
  }
}
