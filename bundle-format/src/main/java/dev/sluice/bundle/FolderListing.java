package dev.sluice.bundle;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.sluice.bundle.model.BundleRejectedException;
import dev.sluice.bundle.model.RejectionReason;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What lies in a bundle's folder beside the small files, by name.
 *
 * @param volumes declared or not
 * @param strays files of operating systems and unfinished ones
 */
record FolderListing(List<String> volumes, List<String> strays) {
  private static final int MOST_FILES = 10_000;

  FolderListing {
    volumes = List.copyOf(volumes);
    strays = List.copyOf(strays);
  }

  /**
   * Looks at all names in {@code folder}.
   *
   * @throws BundleRejectedException NOT_A_BUNDLE, UNDECLARED_FILE or LIMIT
   */
  static FolderListing of(Path folder) throws IOException, BundleRejectedException {
    var volumes = new ArrayList<String>();
    var strays = new ArrayList<String>();
    for (String name : names(folder)) {
      if (BundleFiles.isStray(name)) {
        strays.add(name);
      } else if (!BundleFiles.isKnown(name)) {
        throw new BundleRejectedException(
            RejectionReason.UNDECLARED_FILE, name, "the bundle's folder holds a foreign file");
      } else if (BundleFiles.isVolume(name)) {
        volumes.add(name);
      }
    }
    return new FolderListing(volumes, strays);
  }

  private static Set<String> names(Path folder) throws IOException, BundleRejectedException {
    if (!Files.isDirectory(folder, NOFOLLOW_LINKS)) {
      throw refused(RejectionReason.NOT_A_BUNDLE, folder, "this is not a bundle's folder");
    }
    var names = new TreeSet<String>();
    try (var files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        names.add(file.getFileName().toString());
        if (names.size() > MOST_FILES) {
          throw refused(RejectionReason.LIMIT, folder, "the folder has too many files");
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return names;
  }

  private static BundleRejectedException refused(
      RejectionReason reason, Path folder, String sentence) {
    Path name = folder.getFileName();
    return new BundleRejectedException(reason, name == null ? "/" : name.toString(), sentence);
  }
}
