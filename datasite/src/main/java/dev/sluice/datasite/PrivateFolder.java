package dev.sluice.datasite;

import dev.sluice.state.files.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A fresh folder that only this account can open; closing it removes all that is in it. */
final class PrivateFolder implements AutoCloseable {
  private final Path folder;

  private PrivateFolder(Path folder) {
    this.folder = folder;
  }

  static PrivateFolder in(Path parent) throws IOException {
    return new PrivateFolder(PrivateFiles.freshFolder(parent, "job-"));
  }

  Path resolve(String name) {
    return folder.resolve(name);
  }

  /** Writes the content of {@code in} to a new file. */
  Path write(String name, InputStream in) throws IOException {
    Path file = folder.resolve(name);
    Files.copy(in, file);
    return file;
  }

  @Override
  public void close() throws IOException {
    PrivateFiles.clear(folder);
  }
}
