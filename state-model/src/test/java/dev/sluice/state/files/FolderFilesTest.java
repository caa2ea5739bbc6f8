package dev.sluice.state.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderFilesTest {
  @TempDir Path folder;

  @Test
  void mediumThatFailsInTheMiddleOfTheList_isAnInputError() {
    var failure = new IOException("Input/output error");
    DirectoryStream<Path> failing =
        new DirectoryStream<>() {
          @Override
          public Iterator<Path> iterator() {
            throw new DirectoryIteratorException(failure);
          }

          @Override
          public void close() {}
        };
    assertThatThrownBy(() -> FolderFiles.drain(failing)).isSameAs(failure);
  }

  @Test
  void filesComeByName_andAMissingFolderHasNone() throws Exception {
    Files.createFile(folder.resolve("b"));
    Files.createDirectory(folder.resolve("a"));
    assertThat(FolderFiles.of(folder)).containsExactly(folder.resolve("a"), folder.resolve("b"));
    assertThat(FolderFiles.of(folder.resolve("none"))).isEmpty();
  }
}
