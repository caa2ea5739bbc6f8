package dev.sluice.state.files;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What lies directly in a folder. */
public final class FolderFiles {
  private FolderFiles() {}

  /**
   * The files and folders in {@code folder}, by name; none if there is no such folder.
   *
   * @throws IOException also when the medium fails in the middle of the list
   */
  public static List<Path> of(Path folder) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder)) {
      return drain(found);
    }
  }

  static List<Path> drain(DirectoryStream<Path> found) throws IOException {
    var files = new ArrayList<Path>();
    try {
      found.forEach(files::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    files.sort(null);
    return List.copyOf(files);
  }
}
