package dev.sluice.datasite;

import dev.sluice.datasite.DatasiteException.Reason;
import dev.sluice.state.PartRef;
import dev.sluice.state.files.TreePaths;
import dev.sluice.state.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
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
 * @param files where each file is, by its path below the entry
 */
record FolderReading(boolean single, SortedMap<String, Path> files) {
  private static final long LARGEST_FILE = 1L << 40;

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

  private static SortedMap<String, Path> files(Path entry, boolean single)
      throws IOException, DatasiteException {
    var files = new TreeMap<String, Path>();
    try (Stream<Path> below = Files.walk(entry)) {
      for (Path path : below.toList()) {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
          continue;
        }
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
          throw new DatasiteException(
              Reason.UNFIT_FILE, path + " is a link or a device, which is not tracked");
        }
        Path shown = single ? path.getFileName() : entry.relativize(path);
        files.put(shown.toString().replace(shown.getFileSystem().getSeparator(), "/"), path);
      }
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

  /** Takes in every file. */
  SortedMap<String, PartRef> keep(Datasite site) throws DatasiteException, StoreException {
    var kept = new TreeMap<String, PartRef>();
    for (var file : files.entrySet()) {
      kept.put(file.getKey(), site.keep(file.getValue(), LARGEST_FILE));
    }
    return kept;
  }
}
