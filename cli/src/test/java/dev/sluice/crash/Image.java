package dev.sluice.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.canonical.Digest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;
import java.util.TreeMap;

/**
 * The content of a folder.
 *
 * @param content of each file by its path; a path that ends in a slash is a folder
 */
record Image(Map<String, byte[]> content) {
  /** Makes {@code folder}, and this in it. */
  void write(Path folder) throws IOException {
    for (var entry : content.entrySet()) {
      Path path = folder.resolve(entry.getKey());
      if (entry.getKey().endsWith("/")) {
        Files.createDirectories(path);
      } else {
        Files.createDirectories(path.getParent());
        Files.write(path, entry.getValue());
      }
    }
  }

  /** Equal for equal images, and for no others. */
  Digest digest() {
    MessageDigest hasher = Digest.hasher();
    content.forEach(
        (path, bytes) -> {
          byte[] name = path.getBytes(UTF_8);
          hasher.update(ByteBuffer.allocate(8).putInt(name.length).putInt(bytes.length).flip());
          hasher.update(name);
          hasher.update(bytes);
        });
    return Digest.finish(hasher.digest());
  }

  /** The part below one folder. */
  Image below(String folder) {
    var part = new TreeMap<>(content);
    part.keySet().removeIf(path -> !path.startsWith(folder + "/"));
    return new Image(part);
  }
}
