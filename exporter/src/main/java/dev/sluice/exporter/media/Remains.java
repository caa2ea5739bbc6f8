package dev.sluice.exporter.media;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.sluice.bundle.SignedBundle;
import dev.sluice.bundle.UntrustedBundle;
import dev.sluice.bundle.model.Routing;
import dev.sluice.state.files.FolderFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What an interrupted export has left on a medium: a folder without signature whose manifest says
 * that it is of the same sender and recipient, or that holds nothing at all. Other folders are left
 * alone, and so are files that no bundle has.
 */
final class Remains {
  private final SignedBundle bundle;

  private Remains(SignedBundle bundle) {
    this.bundle = bundle;
  }

  /** What was left by earlier exports of the sender of {@code bundle}. */
  static Remains of(SignedBundle bundle) {
    return new Remains(bundle);
  }

  void removeFrom(Path top) throws IOException {
    for (Path folder : FolderFiles.of(top)) {
      if (Files.isDirectory(folder, NOFOLLOW_LINKS) && isOurs(folder)) {
        remove(folder);
      }
    }
  }

  private boolean isOurs(Path folder) throws IOException {
    if (!Routing.isFolderName(folder.getFileName().toString())
        || UntrustedBundle.looksLikeOne(folder)) {
      return false;
    }
    return UntrustedBundle.claimedRouting(folder)
        .map(
            claimed ->
                claimed.pairing().equals(bundle.routing().pairing())
                    && claimed.direction() == bundle.routing().direction())
        .orElseGet(() -> holdsNothing(folder));
  }

  private static boolean holdsNothing(Path folder) {
    try {
      return FolderFiles.of(folder).stream()
          .allMatch(file -> file.getFileName().toString().equals("manifest.json.part"));
    } catch (IOException e) {
      return false;
    }
  }

  private static void remove(Path folder) throws IOException {
    List<Path> files = FolderFiles.of(folder);
    for (Path file : files) {
      if (UntrustedBundle.isOfTheFormat(file.getFileName().toString())
          && Files.isRegularFile(file, NOFOLLOW_LINKS)) {
        Files.delete(file);
      }
    }
    if (FolderFiles.of(folder).isEmpty()) {
      Files.delete(folder);
    }
  }
}
