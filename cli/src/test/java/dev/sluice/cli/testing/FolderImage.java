package dev.sluice.cli.testing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A folder's files with their permissions, kept in memory to be written out many times. */
public final class FolderImage {
  private final List<Item> items;

  private FolderImage(List<Item> items) {
    this.items = items;
  }

  /** A file or, without content, a folder; parents come before what is in them. */
  private record Item(
      String path, Set<PosixFilePermission> permissions, Optional<ByteBuffer> content) {}

  /** Fills a folder. */
  interface Maker {
    void fill(Path folder) throws Exception;
  }

  /** What {@code maker} puts into a folder, which is gone afterwards. */
  static FolderImage madeBy(Maker maker) {
    try {
      Path folder = Files.createTempDirectory("sluice-image");
      maker.fill(folder);
      var image = new FolderImage(read(folder));
      delete(folder);
      return image;
    } catch (Exception e) {
      throw new AssertionError("the folder could not be made", e);
    }
  }

  /** What is in {@code folder} now. */
  public static FolderImage of(Path folder) throws IOException {
    return new FolderImage(read(folder));
  }

  /** Names of what is other in {@code folder} than it was, or is there on one side only. */
  public List<String> differences(Path folder) throws IOException {
    List<Item> now = read(folder);
    return Stream.concat(
            now.stream().filter(item -> !items.contains(item)),
            items.stream().filter(item -> !now.contains(item)))
        .map(Item::path)
        .distinct()
        .toList();
  }

  private static List<Item> read(Path folder) throws IOException {
    var items = new ArrayList<Item>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.skip(1).sorted().toList()) {
        Optional<ByteBuffer> content =
            Files.isDirectory(path)
                ? Optional.empty()
                : Optional.of(ByteBuffer.wrap(Files.readAllBytes(path)));
        String name = folder.relativize(path).toString();
        items.add(new Item(name, Files.getPosixFilePermissions(path), content));
      }
    }
    return items;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** Writes everything into {@code folder}, which is made if it is missing. */
  public void copyTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Item item : items) {
      Path path = folder.resolve(item.path());
      if (item.content().isPresent()) {
        Files.write(path, item.content().get().array());
      } else {
        Files.createDirectory(path);
      }
      Files.setPosixFilePermissions(path, item.permissions());
    }
  }
}
