package dev.sluice.importer.receive;

import dev.sluice.bundle.SignedBundle;
import dev.sluice.state.files.FolderFiles;
import dev.sluice.state.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.Path;

/** The folder with all bundles that are coming in on several media. */
final class Arrivals {
  private static final int HINT = 16;

  private final Path folder;

  Arrivals(Path folder) {
    this.folder = folder;
  }

  /** The place of {@code bundle}. */
  Arrival of(SignedBundle bundle) throws IOException {
    PrivateFiles.folder(folder);
    String root = bundle.root().hex().substring(0, HINT);
    String name = "%s%06d.%s".formatted(prefix(bundle), bundle.routing().sequence(), root);
    return Arrival.in(folder.resolve(name), bundle);
  }

  /**
   * Forgets bundles of the same sender that {@code taken} has made needless: each bundle repeats
   * what the ones before it said.
   */
  void forgetBefore(SignedBundle taken) throws IOException {
    String prefix = prefix(taken);
    for (Path arrival : FolderFiles.of(folder)) {
      String name = arrival.getFileName().toString();
      if (name.startsWith(prefix)
          && Long.parseLong(name.split("\\.", -1)[1]) < taken.routing().sequence()) {
        PrivateFiles.clear(arrival);
      }
    }
  }

  private static String prefix(SignedBundle bundle) {
    return bundle.sender().name() + ".";
  }
}
