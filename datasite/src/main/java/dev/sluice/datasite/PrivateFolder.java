package dev.sluice.datasite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/** A fresh folder that only this account can open; closing it removes all that is in it. */
final class PrivateFolder implements AutoCloseable {
  private final Path folder;

  private PrivateFolder(Path folder) {
    this.folder = folder;
  }

  static PrivateFolder in(Path parent) throws IOException {
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    return new PrivateFolder(Files.createTempDirectory(parent, "job-", ownerOnly));
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
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
