package dev.sluice.importer.receive;

import dev.sluice.bundle.VerifiedCopy;
import dev.sluice.bundle.age.AgeIdentity;
import dev.sluice.bundle.model.BundleRejectedException;
import dev.sluice.bundle.model.Contents;
import dev.sluice.bundle.model.RejectionReason;
import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.NotCanonicalException;
import dev.sluice.state.feed.Slice;
import dev.sluice.state.store.BlobRefusedException;
import dev.sluice.state.store.StoreException;
import java.io.IOException;
import java.util.List;

/** Opens a verified copy: its entries into the spool, and what it says out of its contents. */
final class SliceOpening {
  private SliceOpening() {}

  static Slice open(VerifiedCopy copy, AgeIdentity identity, Spool spool)
      throws IOException, StoreException, BundleRejectedException, ImportRefusedException {
    try {
      Contents contents = copy.open(List.of(identity), spool);
      spool.finishAssembly();
      spool.take(contents.recipes());
      Slice slice = Slice.parse(CanonicalJson.write(contents.payload()));
      if (!slice.sender().equals(copy.bundle().sender().name())) {
        throw ImportRefusedException.content("the bundle speaks for another site than its signer");
      }
      return slice;
    } catch (Spool.SpoolException e) {
      throw e.failure();
    } catch (BlobRefusedException e) {
      throw new BundleRejectedException(
          RejectionReason.CONTENTS_MISMATCH, "blobs", "a blob is not what its name says");
    } catch (NotCanonicalException e) {
      throw ImportRefusedException.content(e.getMessage());
    }
  }
}
