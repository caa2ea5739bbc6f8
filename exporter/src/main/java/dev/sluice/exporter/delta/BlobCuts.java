package dev.sluice.exporter.delta;

import dev.sluice.state.PartRef;
import dev.sluice.state.store.BlobDamagedException;
import dev.sluice.state.store.BlobRange;
import dev.sluice.state.store.BlobStore;
import dev.sluice.state.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Where the blobs of a site are cut; each is read for it once. */
final class BlobCuts {
  private final BlobStore blobs;
  private final CutFiles files;
  private final Gear gear;

  BlobCuts(BlobStore blobs, CutFiles files, Gear gear) {
    this.blobs = blobs;
    this.files = files;
    this.gear = gear;
  }

  /**
   * The cuts of {@code blob}.
   *
   * @throws BlobDamagedException if it was read and is not what its name says
   */
  Cuts of(PartRef blob) throws IOException, StoreException {
    Optional<Cuts> known = files.find(blob);
    if (known.isPresent()) {
      return known.get();
    }
    var all = new BlobRange(0, blob.bytes());
    try (InputStream in = blobs.openRanges(blob.digest(), List.of(all))) {
      Cutting.Result result = Cutting.of(in, gear);
      if (!result.whole().equals(blob.digest())) {
        throw new BlobDamagedException(blob.digest());
      }
      files.put(blob.digest(), result.cuts());
      return result.cuts();
    }
  }
}
