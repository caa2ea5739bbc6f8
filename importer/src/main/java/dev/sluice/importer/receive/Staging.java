package dev.sluice.importer.receive;

import dev.sluice.state.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A private folder for one import. It is gone afterwards, and after a crash with the next import.
 */
final class Staging implements AutoCloseable {
  private final Path folder;

  private Staging(Path folder) {
    this.folder = folder;
  }

  /** Makes {@code folder} anew. The caller holds the site's lock, so nobody else is using it. */
  static Staging fresh(Path folder) throws IOException {
    PrivateFiles.clear(folder);
    PrivateFiles.folder(folder);
    return new Staging(folder);
  }

  /** A new empty folder in it. */
  Path folder(String name) throws IOException {
    Path inner = folder.resolve(name);
    PrivateFiles.folder(inner);
    return inner;
  }

  @Override
  public void close() throws IOException {
    PrivateFiles.clear(folder);
  }
}
