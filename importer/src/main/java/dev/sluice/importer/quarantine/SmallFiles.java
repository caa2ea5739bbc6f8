package dev.sluice.importer.quarantine;

import dev.sluice.bundle.BundleTarget;
import dev.sluice.state.files.PrivateFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Puts the small files of a bundle into a private folder of ours.
 *
 * @param folder there already
 */
public record SmallFiles(Path folder) implements BundleTarget {
  @Override
  public void write(String name, Content content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    content.writeTo(bytes);
    PrivateFiles.write(folder.resolve(name), bytes.toByteArray());
  }
}
