package dev.sluice.datasite;

import dev.sluice.datasite.DatasiteException.Reason;
import dev.sluice.state.files.TreePaths;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of one entry of a tracked folder. Links are refused and never followed.
 *
 * @param single whether the entry is a file itself
 * @param files the files by their paths below the entry
 */
record FolderReading(boolean single, SortedMap<String, Found> files) {
  /** A regular file, as it was before it is read. */
  record Found(Path path, FileStamp stamp) {}

  FolderReading {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /** What is directly inside {@code folder}, by name. */
  static SortedMap<String, FolderReading> inside(Path folder) throws DatasiteException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw new DatasiteException(Reason.UNFIT_FILE, folder + " is not a folder");
    }
    var readings = new TreeMap<String, FolderReading>();
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.toList()) {
        String name = entry.getFileName().toString();
        boolean single = !Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
        readings.put(name, new FolderReading(single, files(entry, single)));
      }
    } catch (IOException e) {
      throw new DatasiteException(Reason.UNFIT_FILE, folder + " cannot be read");
    }
    check(readings);
    return readings;
  }

  private static SortedMap<String, Found> files(Path entry, boolean single)
      throws IOException, DatasiteException {
    var files = new TreeMap<String, Found>();
    try (Stream<Path> below = Files.walk(entry)) {
      for (Path path : (Iterable<Path>) below::iterator) {
        BasicFileAttributes attributes =
            Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (attributes.isDirectory()) {
          continue;
        }
        if (!attributes.isRegularFile()) {
          throw new DatasiteException(
              Reason.UNFIT_FILE, path + " is a link or a device, which is not tracked");
        }
        Path shown = single ? path.getFileName() : entry.relativize(path);
        files.put(
            shown.toString().replace(shown.getFileSystem().getSeparator(), "/"),
            new Found(path, FileStamp.of(path, attributes)));
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return files;
  }

  private static void check(SortedMap<String, FolderReading> readings) throws DatasiteException {
    List<String> paths =
        readings.entrySet().stream()
            .flatMap(entry -> entry.getValue().paths(entry.getKey()))
            .collect(Collectors.toList());
    var problem = TreePaths.problem(paths);
    if (problem.isPresent()) {
      throw new DatasiteException(Reason.UNFIT_FILE, problem.get());
    }
  }

  private Stream<String> paths(String name) {
    return single ? Stream.of(name) : files.keySet().stream().map(path -> name + "/" + path);
  }
}
