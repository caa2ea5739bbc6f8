package dev.sluice.exporter.media;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.sluice.bundle.BundleTarget;
import dev.sluice.bundle.BundleVerifier;
import dev.sluice.bundle.Trust;
import dev.sluice.bundle.UntrustedBundle;
import dev.sluice.bundle.model.BundleLimits;
import dev.sluice.bundle.model.BundleRejectedException;
import dev.sluice.canonical.Digest;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * One bundle's folder on a medium.
 *
 * <p>Every file is written under a passing name, made durable, renamed, and made durable again: on
 * FAT a rename alone can leave the final name without content. No name means "complete" here; the
 * signature, written last, is what makes the folder a bundle.
 */
public final class Medium implements BundleTarget {
  /** Folder on a medium that holds all bundles. */
  public static final String TOP = "SLUICE";

  private final Path folder;

  private Medium(Path folder) {
    this.folder = folder;
  }

  /**
   * Starts a bundle's folder below {@code medium}.
   *
   * @param neededBytes at most this much will be written
   */
  public static Medium prepare(Path medium, String bundleFolder, long neededBytes)
      throws MediaException {
    requireUsable(medium);
    try {
      long free = Files.getFileStore(medium).getUsableSpace();
      if (free < neededBytes) {
        throw new MediaException(
            MediaException.Reason.FULL,
            "the medium has %,d bytes free; the bundle needs up to %,d"
                .formatted(free, neededBytes),
            null);
      }
      Path top = medium.resolve(TOP);
      if (!Files.isDirectory(top, NOFOLLOW_LINKS)) {
        Files.createDirectory(top);
        sync(medium);
      }
      Path folder = Files.createDirectory(top.resolve(bundleFolder));
      sync(top);
      return new Medium(folder);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** Refuses a place that nothing can be written to, before anything is released for it. */
  public static void requireUsable(Path medium) throws MediaException {
    if (!Files.isDirectory(medium) || !Files.isWritable(medium)) {
      throw new MediaException(
          MediaException.Reason.UNUSABLE, "there is no folder to write to at " + medium, null);
    }
  }

  /** Where the bundle lies. */
  public Path folder() {
    return folder;
  }

  @Override
  public OutputStream create(String name) throws IOException {
    Path passing = folder.resolve(name + ".part");
    FileChannel channel = FileChannel.open(passing, CREATE_NEW, WRITE);
    return new FilterOutputStream(Channels.newOutputStream(channel)) {
      private boolean closed;

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
      }

      @Override
      public void close() throws IOException {
        if (closed) {
          return;
        }
        closed = true;
        try (channel) {
          channel.force(true);
          Files.move(passing, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
          channel.force(true);
        }
        sync(folder);
      }
    };
  }

  /**
   * Reads the finished bundle as a recipient would.
   *
   * @param trust has to believe the bundle's own signer
   * @throws MediaException READ_BACK when the medium gives other bytes than it was given
   */
  public void readBack(Trust trust, Digest root) throws MediaException {
    try {
      var bundle = UntrustedBundle.at(folder, BundleLimits.STANDARD);
      if (!BundleVerifier.verify(bundle, trust).root().equals(root)) {
        throw new MediaException(
            MediaException.Reason.READ_BACK, "the medium holds another bundle", null);
      }
    } catch (BundleRejectedException e) {
      throw new MediaException(
          MediaException.Reason.READ_BACK,
          "the medium gives back other bytes than were written: " + e.subject(),
          e);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** What an input or output error on the medium means for the person at the machine. */
  public static MediaException failure(IOException e) {
    String text = String.valueOf(e.getMessage());
    if (text.contains("No space left") || text.contains("not enough space")) {
      return new MediaException(MediaException.Reason.FULL, "the medium is full", e);
    }
    if (text.contains("Read-only") || e instanceof java.nio.file.AccessDeniedException) {
      return new MediaException(
          MediaException.Reason.READ_ONLY, "the medium cannot be written to", e);
    }
    String detail = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
    return new MediaException(
        MediaException.Reason.IO, "the medium failed" + (detail == null ? "" : ": " + detail), e);
  }

  private static void sync(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, READ)) {
      channel.force(true);
    }
  }
}
