package dev.sluice.importer.receive;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.sluice.bundle.EntrySink;
import dev.sluice.bundle.model.EntryName;
import dev.sluice.bundle.model.Recipe;
import dev.sluice.canonical.Digest;
import dev.sluice.canonical.JsonLimits;
import dev.sluice.state.store.BlobRefusedException;
import dev.sluice.state.store.BlobStore;
import dev.sluice.state.store.BlobWriter;
import dev.sluice.state.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes the entries of a bundle while it is opened: documents and fresh bytes into private files
 * under names of ours, blobs into the blob store, where a blob that nothing refers to is no part of
 * the state.
 */
final class Spool implements EntrySink, AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final Path folder;
  private final BlobStore blobs;
  private final long limit;
  private final Set<Digest> received = new HashSet<>();
  private Optional<Assembly> assembly = Optional.empty();
  private BlobMaker maker;

  /** A blob that arrives in pieces. */
  private record Assembly(Digest digest, BlobWriter writer, int lastPart, long bytes) {}

  /**
   * @param folder private, and empty
   * @param limit longest blob
   */
  Spool(Path folder, BlobStore blobs, long limit) {
    this.folder = folder;
    this.blobs = blobs;
    this.limit = limit;
    this.maker = new BlobMaker(blobs, List.of(), this::freshFile);
  }

  @Override
  public void entry(EntryName name, long bytes, InputStream content) throws IOException {
    if (name.type() == EntryName.Type.BLOB) {
      received.add(name.digest());
    }
    try {
      if (name.type() == EntryName.Type.DOCUMENT) {
        document(name.digest(), bytes, content);
      } else if (name.type() == EntryName.Type.FRESH) {
        fresh(name, content);
      } else if (name.part() == 0) {
        finishAssembly();
        blobs.put(content, new dev.sluice.state.PartRef(name.digest(), bytes));
      } else {
        piece(name, content);
      }
    } catch (StoreException e) {
      throw new SpoolException(e);
    } catch (BlobRefusedException e) {
      throw new IOException("an entry has other content than its name says", e);
    }
  }

  private void document(Digest digest, long bytes, InputStream content) throws IOException {
    if (bytes > JsonLimits.DOCUMENT.bytes()) {
      throw new IOException("a document is longer than the limit");
    }
    try (var out = Files.newOutputStream(file(digest), CREATE_NEW, WRITE)) {
      content.transferTo(out);
    }
  }

  private void fresh(EntryName name, InputStream content) throws IOException {
    StandardOpenOption first = name.part() > 1 ? APPEND : CREATE_NEW;
    try (var out = Files.newOutputStream(freshFile(name.digest()), first, WRITE)) {
      content.transferTo(out);
    }
  }

  private void piece(EntryName name, InputStream content)
      throws IOException, StoreException, BlobRefusedException {
    if (assembly.isEmpty() || !assembly.get().digest().equals(name.digest())) {
      finishAssembly();
      assembly = Optional.of(new Assembly(name.digest(), blobs.writer(limit), 0, 0));
    }
    Assembly current = assembly.get();
    if (name.part() != current.lastPart() + 1) {
      throw new IOException("the pieces of a blob are out of order");
    }
    byte[] buffer = new byte[BUFFER];
    long added = 0;
    for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
      current.writer().write(buffer, 0, count);
      added += count;
    }
    assembly =
        Optional.of(
            new Assembly(current.digest(), current.writer(), name.part(), current.bytes() + added));
  }

  /** Ends the blob that arrived in pieces, if one did. */
  void finishAssembly() throws StoreException, BlobRefusedException {
    if (assembly.isPresent()) {
      Assembly whole = assembly.get();
      assembly = Optional.empty();
      try (BlobWriter writer = whole.writer()) {
        writer.commit(new dev.sluice.state.PartRef(whole.digest(), whole.bytes()));
      }
    }
  }

  /** Takes the recipes of the bundle, once all its entries are here. */
  void take(List<Recipe> recipes) {
    maker = new BlobMaker(blobs, recipes, this::freshFile);
  }

  /** Makes the blobs that the bundle has recipes for. */
  BlobMaker maker() {
    return maker;
  }

  /** Whether the bundle brought this blob itself. */
  boolean received(Digest blob) {
    return received.contains(blob);
  }

  /** The document named {@code digest}, if the bundle had it. */
  Optional<byte[]> document(Digest digest) throws IOException {
    Path file = file(digest);
    return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
  }

  private Path file(Digest digest) {
    return folder.resolve(digest.hex());
  }

  private Path freshFile(Digest digest) {
    return folder.resolve("fresh-" + digest.hex());
  }

  @Override
  public void close() {
    assembly.ifPresent(unfinished -> unfinished.writer().close());
  }

  /** Carries a failure of the store through the opening of a bundle. */
  static final class SpoolException extends IOException {
    private static final long serialVersionUID = 1L;

    SpoolException(StoreException cause) {
      super(cause);
    }

    StoreException failure() {
      return (StoreException) getCause();
    }
  }
}
