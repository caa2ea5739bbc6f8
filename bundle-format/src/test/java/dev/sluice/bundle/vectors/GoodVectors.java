package dev.sluice.bundle.vectors;

import dev.sluice.bundle.BundleDraft;
import dev.sluice.bundle.BundleTooLargeException;
import dev.sluice.bundle.BundleWriter;
import dev.sluice.bundle.VolumeLayout;
import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.model.EntryName;
import dev.sluice.bundle.testing.MemoryTarget;
import dev.sluice.bundle.testing.SeededRandom;
import dev.sluice.bundle.testing.TestBundle;
import dev.sluice.canonical.Digest;
import dev.sluice.canonical.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Bundles that every reader has to accept, all but the first made by our own writer. */
final class GoodVectors {
  private static final VolumeLayout ONE_VOLUME = VolumeLayout.STANDARD;

  /** Room for 3.9 KB beside what the writer keeps free. */
  private static final VolumeLayout SMALL_VOLUMES = VolumeLayout.of(70_000);

  private GoodVectors() {}

  @Good("the bundle that all hostile ones are bent from")
  static void goodPlainest(Forge forge) {
    forge.folder(files -> {});
  }

  @Good("a document and a blob, classic suite")
  static void goodClassic(Forge forge) {
    write(forge, ONE_VOLUME, Forge.BLOB);
  }

  @Good(value = "a document and a blob, hybrid suite", pairing = Party.HYBRID)
  static void goodHybrid(Forge forge) {
    write(forge, ONE_VOLUME, Forge.BLOB);
  }

  @Good(
      value = "a document and a blob in bare archives, on the way down",
      pairing = Party.PLAIN,
      direction = Direction.HIGH_TO_LOW)
  static void goodPlain(Forge forge) {
    write(forge, ONE_VOLUME, Forge.BLOB);
  }

  @Good(value = "encrypted, on the way down", direction = Direction.HIGH_TO_LOW)
  static void goodDown(Forge forge) {
    write(forge, ONE_VOLUME, Forge.BLOB);
  }

  @Good("two blobs that need a volume each")
  static void goodSeveralVolumes(Forge forge) {
    write(forge, SMALL_VOLUMES, incompressible(3500, "a"), incompressible(3500, "b"));
  }

  @Good("two parity volumes over four; a blob's piece is the shortest")
  static void goodParity(Forge forge) {
    write(forge, SMALL_VOLUMES.spare(2), incompressible(9000, "d"));
  }

  @Good("a blob in three pieces over three volumes")
  static void goodBlobInPieces(Forge forge) {
    write(forge, SMALL_VOLUMES, incompressible(9000, "c"));
  }

  @Good("a blob of 200 KB of zeros: several chunks unpacked, one packed")
  static void goodCompressed(Forge forge) {
    write(forge, ONE_VOLUME, new byte[200_000]);
  }

  @Good("a document, an empty blob")
  static void goodEmptyBlob(Forge forge) {
    write(forge, ONE_VOLUME, new byte[0]);
  }

  @Good("neither documents nor blobs")
  static void goodEmpty(Forge forge) {
    var draft =
        new BundleDraft(
            forge.direction(), 1, Digest.ZERO, List.of(), payload(), List.of(), List.of());
    forge.folder(files -> replace(files, seal(forge, draft, ONE_VOLUME)));
  }

  @Good("files of operating systems lie beside; a reader names and ignores them")
  static void goodWithStrayFiles(Forge forge) {
    forge.folder(
        files -> {
          files.put("Thumbs.db", new byte[1]);
          files.put("desktop.ini", new byte[1]);
        });
  }

  private static byte[] incompressible(int length, String seed) {
    byte[] bytes = new byte[length];
    SeededRandom.of(seed).nextBytes(bytes);
    return bytes;
  }

  private static void write(Forge forge, VolumeLayout layout, byte[]... blobs) {
    var items = List.of(blobs).stream().map(blob -> item(EntryName.blob(Digest.of(blob)), blob));
    var document = item(EntryName.document(Digest.of(Forge.DOCUMENT)), Forge.DOCUMENT);
    var draft =
        new BundleDraft(
            forge.direction(),
            7,
            Digest.of(Forge.BLOB),
            List.of(Digest.of(Forge.DOCUMENT)),
            payload(),
            List.of(document),
            items.toList());
    forge.folder(files -> replace(files, seal(forge, draft, layout)));
  }

  private static Json.Obj payload() {
    return Json.object().put("hello", "world").build();
  }

  private static BundleDraft.Item item(EntryName name, byte[] content) {
    return new BundleDraft.Item(name, content.length, () -> new ByteArrayInputStream(content));
  }

  private static void replace(Map<String, byte[]> files, Map<String, byte[]> others) {
    files.clear();
    files.putAll(others);
  }

  private static Map<String, byte[]> seal(Forge forge, BundleDraft draft, VolumeLayout layout) {
    var target = new MemoryTarget();
    var key = forge.pair().sender(forge.direction()).key();
    var writer = new BundleWriter(forge.pair().pairing(), key, forge.random(), TestBundle.CLOCK);
    try {
      writer.seal(draft, writer.route(draft), target, layout).publish(target);
    } catch (IOException | BundleTooLargeException e) {
      throw new AssertionError(e);
    }
    return target.files();
  }
}
