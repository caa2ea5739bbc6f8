package dev.sluice.exporter.delta;

import dev.sluice.canonical.Digest;
import dev.sluice.state.PartRef;
import dev.sluice.state.files.FolderFiles;
import dev.sluice.state.files.PrivateFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/**
 * Keeps the cuts of blobs for one peer, so that no blob is cut twice. It is a cache: a file that is
 * not exactly what was written counts as none, and the oldest go when there are too many.
 *
 * <p>A file holds the pairing's digest, for each chunk its end (8 bytes, big-endian) and SHA-256,
 * and the SHA-256 of all that.
 */
final class CutFiles {
  private static final int PER_CHUNK = Long.BYTES + Digest.LENGTH;

  private final Path folder;
  private final Digest pairing;
  private final long mostBytes;

  /**
   * @param mostBytes of all files together, but for the newest
   */
  CutFiles(Path folder, Digest pairing, long mostBytes) {
    this.folder = folder;
    this.pairing = pairing;
    this.mostBytes = mostBytes;
  }

  /** The cuts of {@code blob}, if they are here. */
  Optional<Cuts> find(PartRef blob) throws IOException {
    Path file = file(blob.digest());
    if (!Files.isRegularFile(file) || Files.size(file) > longest(blob)) {
      return Optional.empty();
    }
    byte[] bytes = Files.readAllBytes(file);
    int body = bytes.length - Digest.LENGTH;
    if (body < Digest.LENGTH
        || !Arrays.equals(bytes, 0, Digest.LENGTH, pairing.toBytes(), 0, Digest.LENGTH)
        || !Digest.of(Arrays.copyOf(bytes, body))
            .equals(Digest.finish(Arrays.copyOfRange(bytes, body, bytes.length)))) {
      return Optional.empty();
    }
    Cuts cuts = parse(ByteBuffer.wrap(bytes, Digest.LENGTH, body - Digest.LENGTH));
    return Optional.of(cuts).filter(found -> found.bytes() == blob.bytes());
  }

  private static long longest(PartRef blob) {
    return 2L * Digest.LENGTH + (blob.bytes() / Gear.LEAST + 1) * PER_CHUNK;
  }

  private static Cuts parse(ByteBuffer body) {
    int count = body.remaining() / PER_CHUNK;
    var ends = new long[count];
    var digests = new byte[count * Digest.LENGTH];
    for (int chunk = 0; chunk < count; chunk++) {
      ends[chunk] = body.getLong();
      body.get(digests, chunk * Digest.LENGTH, Digest.LENGTH);
    }
    return new Cuts(ends, digests);
  }

  void put(Digest blob, Cuts cuts) throws IOException {
    int body = Digest.LENGTH + cuts.count() * PER_CHUNK;
    ByteBuffer bytes = ByteBuffer.allocate(body + Digest.LENGTH).put(pairing.toBytes());
    for (int chunk = 0; chunk < cuts.count(); chunk++) {
      bytes.putLong(cuts.end(chunk)).put(cuts.digest(chunk).toBytes());
    }
    bytes.put(Digest.of(Arrays.copyOf(bytes.array(), body)).toBytes());
    PrivateFiles.folder(folder.getParent());
    PrivateFiles.folder(folder);
    PrivateFiles.write(file(blob), bytes.array());
    forgetOldest();
  }

  private void forgetOldest() throws IOException {
    record Kept(Path file, long bytes, long time) {}
    var kept = new ArrayList<Kept>();
    for (Path file : FolderFiles.of(folder)) {
      kept.add(new Kept(file, Files.size(file), Files.getLastModifiedTime(file).toMillis()));
    }
    kept.sort(Comparator.comparingLong(Kept::time).reversed());
    long bytes = 0;
    for (Kept file : kept.subList(Math.min(1, kept.size()), kept.size())) {
      bytes += file.bytes();
      if (bytes > mostBytes) {
        Files.delete(file.file());
      }
    }
  }

  private Path file(Digest blob) {
    return folder.resolve(blob.hex());
  }
}
