package dev.sluice.bundle.testing;

import dev.sluice.bundle.BundleDraft;
import dev.sluice.bundle.BundleFolder;
import dev.sluice.bundle.BundleTooLargeException;
import dev.sluice.bundle.BundleWriter;
import dev.sluice.bundle.SealedBundle;
import dev.sluice.bundle.VolumeLayout;
import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.model.EntryName;
import dev.sluice.bundle.model.Routing;
import dev.sluice.bundle.pairing.Demand;
import dev.sluice.canonical.Digest;
import dev.sluice.canonical.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Writes small real bundles into a folder. */
public final class TestBundle {
  /** The moment at which all test bundles are sealed. */
  public static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T09:40:00Z"), ZoneOffset.UTC);

  private final TestPair pair;
  private final Direction direction;
  private final List<BundleDraft.Item> documents = new ArrayList<>();
  private final List<BundleDraft.Item> blobs = new ArrayList<>();
  private long number = 1;
  private VolumeLayout layout = VolumeLayout.STANDARD;

  private TestBundle(TestPair pair, Direction direction) {
    this.pair = pair;
    this.direction = direction;
  }

  public static TestBundle of(TestPair pair, Direction direction) {
    return new TestBundle(pair, direction);
  }

  public TestBundle document(byte[] content) {
    documents.add(item(EntryName.document(Digest.of(content)), content));
    return this;
  }

  public TestBundle blob(byte[] content) {
    blobs.add(item(EntryName.blob(Digest.of(content)), content));
    return this;
  }

  public TestBundle numbered(long sequence) {
    number = sequence;
    return this;
  }

  /** A blob that is too large for memory. */
  public TestBundle blob(Digest digest, Path file) throws IOException {
    blobs.add(
        new BundleDraft.Item(
            EntryName.blob(digest), Files.size(file), () -> Files.newInputStream(file)));
    return this;
  }

  public TestBundle volumesOf(long bytes) {
    layout = VolumeLayout.of(bytes);
    return this;
  }

  public TestBundle spare(int parity) {
    layout = layout.spare(parity);
    return this;
  }

  /** Writes the bundle's files into {@code folder}, which has to exist. */
  public SealedBundle writeTo(Path folder) throws IOException {
    return writeTo(folder, Json.object().put("hello", "world").build());
  }

  /** Writes the bundle's files with this payload. */
  public SealedBundle writeTo(Path folder, Json.Obj payload) throws IOException {
    BundleFolder target = new PlainFolder(folder);
    var single =
        new BundleWriter(pair.pairing(), pair.sender(direction).key(), new SecureRandom(), CLOCK);
    boolean twice = pair.pairing().pairing().demands().contains(Demand.COMPOSITE);
    BundleWriter writer = twice ? single.alsoSignedBy(pair.sender(direction).composite()) : single;
    var draft =
        new BundleDraft(direction, number, Digest.ZERO, List.of(), payload, documents, blobs);
    Routing routing = writer.route(draft);
    try {
      SealedBundle sealed = writer.seal(draft, routing, target, layout);
      sealed.publish(target);
      return sealed;
    } catch (BundleTooLargeException e) {
      throw new AssertionError(e);
    }
  }

  private record PlainFolder(Path folder) implements BundleFolder {
    @Override
    public void write(String name, Content content) throws IOException {
      try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
        content.writeTo(out);
      }
    }

    @Override
    public InputStream read(String name) throws IOException {
      return Files.newInputStream(folder.resolve(name));
    }
  }

  private static BundleDraft.Item item(EntryName name, byte[] content) {
    return new BundleDraft.Item(name, content.length, () -> new ByteArrayInputStream(content));
  }
}
