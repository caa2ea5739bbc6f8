package dev.sluice.bundle.testing;

import dev.sluice.bundle.BundleFolder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;

/**
 * A bundle's folder in memory.
 *
 * @param files by name
 */
public record MemoryTarget(Map<String, byte[]> files) implements BundleFolder {
  public MemoryTarget() {
    this(new TreeMap<>());
  }

  @Override
  public void write(String name, Content content) throws IOException {
    var out = new ByteArrayOutputStream();
    content.writeTo(out);
    files.put(name, out.toByteArray());
  }

  @Override
  public InputStream read(String name) {
    return new ByteArrayInputStream(files.get(name));
  }
}
