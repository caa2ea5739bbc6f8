package dev.sluice.datasite.run;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/**
 * The files that a run should see and may change. All paths are absolute and without links.
 *
 * @param covered folders to be seen empty
 * @param readable where a file or folder is to be seen, to what it is; visible inside covered ones
 * @param writable folders to be seen where they are, for writing
 * @param start the working folder
 */
record View(List<Path> covered, SortedMap<Path, Path> readable, List<Path> writable, Path start) {
  /** Nothing covered and nothing shown. */
  static final View PLAIN =
      new View(List.of(), Collections.emptySortedMap(), List.of(), Path.of("/"));
}
