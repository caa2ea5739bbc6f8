package dev.sluice.state.store;

import dev.sluice.canonical.Digest;
import dev.sluice.state.PartRef;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Whether every blob has a file with its bytes, and which files belong to none. */
final class BlobCheck implements SubjectCheck {
  private static final int BUFFER = 1 << 16;

  private final Sql sql;
  private final BlobTable table;
  private final BlobFiles files;
  private final StoreCheck.Depth depth;
  private final LongConsumer read;

  BlobCheck(Sql sql, BlobTable table, BlobFiles files, StoreCheck.Depth depth, LongConsumer read) {
    this.sql = sql;
    this.table = table;
    this.files = files;
    this.depth = depth;
    this.read = read;
  }

  @Override
  public void run(Consumer<StoreFault> faults) {
    sql.forEach(
        "SELECT digest, bytes FROM blob ORDER BY digest",
        row -> look(new PartRef(row.digest(1), row.integer(2))).ifPresent(faults));
    try {
      for (Digest name : files.list(name -> table.bytes(name).isEmpty())) {
        faults.accept(
            new StoreFault(
                StoreFault.Kind.BLOB_UNLISTED, name.hex(), "no write refers to this file"));
      }
      for (String stray : files.strays()) {
        faults.accept(
            new StoreFault(StoreFault.Kind.FILE_STRAY, stray, "this file is no finished blob"));
      }
    } catch (StoreException e) {
      faults.accept(
          new StoreFault(StoreFault.Kind.BLOB_MISSING, "blobs", "the folder cannot be listed"));
    }
  }

  private Optional<StoreFault> look(PartRef blob) {
    Optional<Long> size = files.size(blob.digest());
    if (size.isEmpty()) {
      return fault(StoreFault.Kind.BLOB_MISSING, blob, "there is no such file");
    }
    if (size.get() != blob.bytes()) {
      return fault(
          StoreFault.Kind.BLOB_DAMAGED,
          blob,
          "its file has %d bytes instead of %d".formatted(size.get(), blob.bytes()));
    }
    return depth == StoreCheck.Depth.QUICK ? Optional.empty() : readThrough(blob);
  }

  private Optional<StoreFault> readThrough(PartRef blob) {
    try (InputStream in = files.open(blob.digest())) {
      byte[] buffer = new byte[BUFFER];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        read.accept(count);
      }
      return Optional.empty();
    } catch (BlobDamagedException e) {
      return fault(StoreFault.Kind.BLOB_DAMAGED, blob, "its bytes have another digest");
    } catch (IOException | StoreException e) {
      return fault(StoreFault.Kind.BLOB_DAMAGED, blob, "its file cannot be read");
    }
  }

  private static Optional<StoreFault> fault(StoreFault.Kind kind, PartRef blob, String found) {
    return Optional.of(new StoreFault(kind, blob.digest().hex(), found));
  }
}
