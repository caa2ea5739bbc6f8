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
import java.util.TreeSet;
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
      throw failure(e);
    }
  }

  Path incoming(long number) {
    return incoming.resolve(Long.toString(number));
  }

  static FileChannel create(Path file) throws IOException {
    return PrivateFiles.open(file, Set.of(CREATE_NEW, WRITE));
  }

  /**
   * Gives finished files their names. They replace files that already have them: the new ones are
   * known to be whole, the old ones are not.
   *
   * <p>Each file is synced before its name changes and again after it, because on some file systems
   * a new name can otherwise come back with an empty file after a power cut.
   */
  void publish(List<UnsettledBlobs.Waiting> finished) throws IOException {
    GroupSync.files(finished.stream().map(UnsettledBlobs.Waiting::file).toList());
    var targets = new ArrayList<Path>();
    var folders = new TreeSet<Path>();
    for (UnsettledBlobs.Waiting waiting : finished) {
      Path target = path(waiting.blob().digest());
      if (folders.add(target.getParent())) {
        PrivateFiles.folder(target.getParent());
      }
      Files.move(waiting.file(), target, StandardCopyOption.ATOMIC_MOVE);
      targets.add(target);
    }
    GroupSync.files(targets);
    GroupSync.folders(folders);
  }

  StoreException failure(IOException e) {
    return StoreException.of(e, root);
  }

  /** Makes a file durable that a run before this one may have left in the cache only. */
  void sync(Digest name) throws IOException {
    GroupSync.files(Set.of(path(name)));
    PrivateFiles.sync(path(name).getParent());
  }

  InputStream open(Digest name) throws StoreException {
    return open(path(name), name);
  }

  static InputStream open(Path file, Digest name) throws StoreException {
    return open(
        file, name, () -> new BlobInput(Files.newInputStream(file), name, Files.size(file)));
  }

  InputStream openRanges(Digest name, List<BlobRange> ranges) throws StoreException {
    Path file = path(name);
    return open(file, name, () -> new RangesInput(Files.newByteChannel(file), ranges));
  }

  /** Opens a blob's file in one way or another. */
  private interface Opening {
    InputStream open() throws IOException;
  }

  private static InputStream open(Path file, Digest name, Opening opening) throws StoreException {
    try {
      return opening.open();
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
      throw failure(e);
    }
    return names;
  }

  void delete(Digest name) throws StoreException {
    try {
      Files.deleteIfExists(path(name));
    } catch (IOException e) {
      throw failure(e);
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
      throw failure(e);
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
