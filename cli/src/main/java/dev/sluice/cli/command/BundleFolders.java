package dev.sluice.cli.command;

import dev.sluice.bundle.UntrustedBundle;
import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.exporter.media.Medium;
import dev.sluice.state.files.FolderFiles;
import dev.sluice.state.text.SafeText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds bundles: a bundle's own folder, or all finished ones on a medium. */
final class BundleFolders {
  private BundleFolders() {}

  /** The bundle at {@code path}, or the finished bundles on the medium there, by name. */
  static List<Path> at(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      throw new CliException(ExitCode.MEDIA, SafeText.sentence("there is no folder {}", path));
    }
    Path top = path.resolve(Medium.TOP);
    if (!Files.isDirectory(top)) {
      return List.of(path);
    }
    List<Path> found = FolderFiles.of(top).stream().filter(UntrustedBundle::looksLikeOne).toList();
    if (found.isEmpty()) {
      throw new CliException(
              ExitCode.DAMAGED, SafeText.sentence("{} holds no finished bundle", path))
          .help(SafeText.literal("an export that was interrupted has to be run again over there"));
    }
    return found;
  }
}
