package dev.sluice.state.store;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.sluice.canonical.Digest;
import dev.sluice.canonical.NotCanonicalException;
import dev.sluice.state.files.PrivateFiles;
import dev.sluice.state.store.StoreException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Where blobs lie: {@code ab/<64 hex>} under one folder, and unfinished ones in {@code incoming}
 * beside them. File names are made of digests computed here, never of anything that came from
 * outside.
 */
final class BlobFiles {
  private static final int FOLDER_DIGITS = 2;

  private final Path root;
  private final Path incoming;

  BlobFiles(Path root) {
    this.root = root;
    this.incoming = root.resolve("incoming");
  }

  /** Makes the folders, and removes what an earlier run left unfinished. */
  void prepare() throws StoreException {
    try {
      PrivateFiles.folder(root);
      PrivateFiles.folder(incoming);
      for (Path leftover : children(incoming)) {
        Files.delete(leftover);
      }
      PrivateFiles.sync(root);
    } catch (IOException e) {
      throw StoreException.of(e, root);
    }
  }

  Path incoming(long number) {
    return incoming.resolve(Long.toString(number));
  }

  static FileChannel create(Path file) throws IOException {
    return PrivateFiles.open(file, Set.of(CREATE_NEW, WRITE));
  }

  /**
   * Gives a finished file its name. It replaces a file that already has the name: the new one is
   * known to be whole, the old one is not.
   *
   * <p>The file is synced before the name changes and again after it, because on some file systems
   * a new name can otherwise come back with an empty file after a power cut.
   */
  void publish(Path file, FileChannel channel, Digest name) throws IOException {
    Path target = path(name);
    PrivateFiles.folder(target.getParent());
    channel.force(true);
    Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
    channel.force(true);
    PrivateFiles.sync(target.getParent());
  }

  /** Makes a file durable that a run before this one may have left in the cache only. */
  void sync(Digest name) throws IOException {
    try (FileChannel channel = FileChannel.open(path(name), WRITE)) {
      channel.force(true);
    }
    PrivateFiles.sync(path(name).getParent());
  }

  InputStream open(Digest name) throws StoreException {
    Path file = path(name);
    try {
      return new BlobInput(Files.newInputStream(file), name, Files.size(file));
    } catch (NoSuchFileException e) {
      throw new StoreException(Reason.DAMAGED, "blob " + name + " is missing");
    } catch (IOException e) {
      throw StoreException.of(e, file);
    }
  }

  /** The names of all blobs that {@code wanted} accepts. */
  List<Digest> list(Predicate<Digest> wanted) throws StoreException {
    var names = new ArrayList<Digest>();
    try {
      for (Path folder : children(root)) {
        if (folder.equals(incoming) || !Files.isDirectory(folder)) {
          continue;
        }
        for (Path file : children(folder)) {
          name(file).filter(wanted).ifPresent(names::add);
        }
      }
    } catch (IOException e) {
      throw StoreException.of(e, root);
    }
    return names;
  }

  void delete(Digest name) throws StoreException {
    try {
      Files.deleteIfExists(path(name));
    } catch (IOException e) {
      throw StoreException.of(e, root);
    }
  }

  /** Files that are no blob, by their path under the root: unfinished ones, and those of nobody. */
  List<String> strays() throws StoreException {
    var strays = new ArrayList<String>();
    try {
      for (Path child : children(root)) {
        List<Path> files = Files.isDirectory(child) ? children(child) : List.of(child);
        files.stream()
            .filter(file -> name(file).isEmpty())
            .forEach(file -> strays.add(root.relativize(file).toString()));
      }
    } catch (IOException e) {
      throw StoreException.of(e, root);
    }
    return strays;
  }

  /** The length of a blob's file, if it has one. */
  Optional<Long> size(Digest name) {
    try {
      return Optional.of(Files.size(path(name)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Optional<Digest> name(Path file) {
    try {
      Digest name = Digest.parse(file.getFileName().toString());
      return path(name).equals(file) ? Optional.of(name) : Optional.empty();
    } catch (NotCanonicalException e) {
      return Optional.empty();
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    var children = new ArrayList<Path>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(children::add);
    }
    children.sort(null);
    return children;
  }

  private Path path(Digest name) {
    String hex = name.hex();
    return root.resolve(hex.substring(0, FOLDER_DIGITS)).resolve(hex);
  }
}
