package dev.sluice.exporter.media;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.sluice.bundle.BundleVerifier;
import dev.sluice.bundle.SignedBundle;
import dev.sluice.bundle.Trust;
import dev.sluice.bundle.UntrustedBundle;
import dev.sluice.bundle.model.BundleLimits;
import dev.sluice.bundle.model.BundleRejectedException;
import dev.sluice.bundle.model.Volume;
import dev.sluice.exporter.media.MediaException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder that is carried: a stick, as a rule. Bundles lie below its folder {@value #TOP}; one
 * that has no signature there is no bundle, since the signature is written last.
 */
public final class Medium {
  /** Folder on a medium that holds all bundles. */
  public static final String TOP = "SLUICE";

  private static final String WHAT = "the medium";

  private final Path place;

  private Medium(Path place) {
    this.place = place;
  }

  /** The media at {@code places}, in that order. */
  public static List<Medium> all(List<Path> places) throws MediaException {
    var media = new ArrayList<Medium>();
    for (Path place : places) {
      media.add(at(place));
    }
    return List.copyOf(media);
  }

  /**
   * The medium at {@code place}.
   *
   * @throws MediaException UNUSABLE for a place that is no folder, or that nothing can be written
   *     to
   */
  public static Medium at(Path place) throws MediaException {
    if (!Files.isDirectory(place)) {
      throw new MediaException(Reason.UNUSABLE, "there is no folder to write to at " + place, null);
    }
    if (!Files.isWritable(place)) {
      throw new MediaException(Reason.READ_ONLY, place + " cannot be written to", null);
    }
    return new Medium(place);
  }

  public Path place() {
    return place;
  }

  /** Bytes that can be written. */
  public long room() throws MediaException {
    try {
      return Files.getFileStore(place).getUsableSpace();
    } catch (IOException e) {
      throw MediaFailures.of(e, WHAT, place);
    }
  }

  /**
   * Refuses media of which none has room for the first of volumes of these lengths.
   *
   * @throws MediaException FULL; says how much is needed in all
   */
  public static void requireRoom(List<Medium> media, List<Long> volumes) throws MediaException {
    long most = 0;
    for (Medium medium : media) {
      most = Math.max(most, medium.room());
    }
    if (Spread.of(volumes, length -> length, List.of(most)).media().get(0).isEmpty()) {
      throw new MediaException(
          Reason.FULL,
          "the bundle needs up to %,d bytes, of which its first volume %,d; %,d are free"
              .formatted(
                  volumes.stream().mapToLong(Long::longValue).sum() + Spread.SMALL_FILES,
                  volumes.get(0) + Spread.SMALL_FILES,
                  most),
          null);
    }
  }

  /**
   * Writes the small files of {@code bundle} and {@code volumes}; when it fails, takes back what it
   * has written. First removes what an interrupted run has left of this sender's bundles.
   *
   * @return the bundle's folder
   * @throws BundleRejectedException if a volume of {@code bundle} is not as it was signed
   */
  public Path write(SignedBundle bundle, List<Volume> volumes)
      throws MediaException, BundleRejectedException {
    try {
      Path top = place.resolve(TOP);
      if (!Files.isDirectory(top, NOFOLLOW_LINKS)) {
        Files.createDirectory(top);
        DurableFolder.sync(place);
      }
      Remains.of(bundle).removeFrom(top);
      return write(top.resolve(bundle.routing().folderName()), bundle, volumes);
    } catch (IOException e) {
      throw MediaFailures.of(e, WHAT, place);
    }
  }

  private static Path write(Path folder, SignedBundle bundle, List<Volume> volumes)
      throws IOException, BundleRejectedException {
    boolean fresh = !Files.isDirectory(folder, NOFOLLOW_LINKS);
    if (fresh) {
      Files.createDirectory(folder);
      DurableFolder.sync(folder.getParent());
    }
    var target = new DurableFolder(folder);
    try {
      bundle.announce(target);
      for (Volume volume : volumes) {
        bundle.copy(volume, target);
      }
      bundle.publish(target);
      return folder;
    } catch (IOException | BundleRejectedException e) {
      if (fresh) {
        target.takeBack(e);
        removeEmpty(folder, e);
      }
      throw e;
    }
  }

  private static void removeEmpty(Path folder, Exception failure) {
    try {
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  /**
   * Reads volumes as a recipient would.
   *
   * @param folder as {@link #write} returned it
   * @param trust has to believe the bundle's own signer
   * @return whether the bytes came past the system's cache, and so from the medium for certain
   * @throws MediaException READ_BACK when the medium gives other bytes than it was given
   */
  public boolean readBack(Path folder, SignedBundle bundle, List<Volume> volumes, Trust trust)
      throws MediaException {
    try {
      SignedBundle there =
          BundleVerifier.signed(
              UntrustedBundle.at(folder, BundleLimits.STANDARD)
                  .pastCache()
                  .heardBy(bundle.headway()),
              trust);
      if (!there.root().equals(bundle.root())) {
        throw new MediaException(Reason.READ_BACK, "the medium holds another bundle", null);
      }
      for (Volume volume : volumes) {
        there.check(volume);
      }
      return there.readsPastCache();
    } catch (BundleRejectedException e) {
      throw new MediaException(
          Reason.READ_BACK,
          "the medium gives back other bytes than were written: " + e.subject(),
          e);
    } catch (IOException e) {
      throw MediaFailures.of(e, WHAT, place);
    }
  }
}
