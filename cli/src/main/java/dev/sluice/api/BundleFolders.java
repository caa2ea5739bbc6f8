package dev.sluice.api;

import dev.sluice.bundle.UntrustedBundle;
import dev.sluice.exporter.media.Medium;
import dev.sluice.state.files.FolderFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds bundles: a bundle's own folder, or all finished ones on a medium. */
public final class BundleFolders {
  private BundleFolders() {}

  /** The bundle at {@code path}, or the finished bundles on the medium there, by name. */
  public static List<Path> at(Path path) throws IOException, NoBundleException {
    if (!Files.isDirectory(path)) {
      throw new NoBundleException(NoBundleException.Reason.NO_FOLDER, path);
    }
    Path top = path.resolve(Medium.TOP);
    if (!Files.isDirectory(top)) {
      return List.of(path);
    }
    List<Path> found = FolderFiles.of(top).stream().filter(UntrustedBundle::looksLikeOne).toList();
    if (found.isEmpty()) {
      throw new NoBundleException(NoBundleException.Reason.NONE_FINISHED, path);
    }
    return found;
  }
}
