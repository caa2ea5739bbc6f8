package dev.sluice.exporter.media;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.sluice.bundle.BundleFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder that files are put into whole or not at all.
 *
 * <p>Every file is written under a passing name, made durable, renamed, and made durable again: on
 * FAT a rename alone can leave the final name without content.
 */
final class DurableFolder implements BundleFolder {
  private static final String PASSING = ".part";

  private final Path folder;
  private final List<Path> written = new ArrayList<>();

  DurableFolder(Path folder) {
    this.folder = folder;
  }

  @Override
  public void write(String name, Content content) throws IOException {
    Path passing = folder.resolve(name + PASSING);
    Files.deleteIfExists(passing);
    try {
      write(passing, folder.resolve(name), content);
    } catch (IOException | RuntimeException e) {
      delete(passing, e);
      throw e;
    }
    sync(folder);
  }

  @Override
  public InputStream read(String name) throws IOException {
    return Files.newInputStream(folder.resolve(name), READ, NOFOLLOW_LINKS);
  }

  private void write(Path passing, Path file, Content content) throws IOException {
    try (FileChannel channel = FileChannel.open(passing, CREATE_NEW, WRITE)) {
      content.writeTo(Channels.newOutputStream(channel));
      channel.force(true);
      written.add(file);
      Files.move(
          passing, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      channel.force(true);
    }
  }

  /**
   * Takes back all that was written, the last first, so that the signature goes before what it
   * signs.
   *
   * @param failure why; gets what fails here, which is nothing new on a medium that is gone
   */
  void takeBack(Exception failure) {
    for (int i = written.size() - 1; i >= 0; i--) {
      delete(written.get(i), failure);
    }
  }

  private static void delete(Path file, Exception failure) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  /** Makes the names in {@code folder} durable. */
  static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, READ)) {
      channel.force(true);
    }
  }
}
