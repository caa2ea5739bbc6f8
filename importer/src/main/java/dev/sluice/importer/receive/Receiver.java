package dev.sluice.importer.receive;

import dev.sluice.bundle.Trust;
import dev.sluice.bundle.UntrustedBundle;
import dev.sluice.bundle.VerifiedBundle;
import dev.sluice.bundle.VerifiedCopy;
import dev.sluice.bundle.age.AgeIdentity;
import dev.sluice.bundle.model.BundleRejectedException;
import dev.sluice.bundle.model.Contents;
import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.model.RejectionReason;
import dev.sluice.bundle.model.Volume;
import dev.sluice.bundle.pairing.ConfirmedPairing;
import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.NotCanonicalException;
import dev.sluice.state.Side;
import dev.sluice.state.audit.AuditEvent;
import dev.sluice.state.batch.Batch;
import dev.sluice.state.feed.BatchOutcome;
import dev.sluice.state.feed.Continuity;
import dev.sluice.state.feed.Slice;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.store.BlobRefusedException;
import dev.sluice.state.store.BundleEntry;
import dev.sluice.state.store.BundleNote;
import dev.sluice.state.store.StateStore;
import dev.sluice.state.store.StoreException;
import dev.sluice.state.store.StoreTransaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Takes bundles into custody.
 *
 * <p>Everything up to the last step leaves the state as it was. The last step is one write:
 * batches, position, the peer's receipt, ledger.
 */
public final class Receiver {
  /** The identity that opens bundles of a pairing, unlocked only when it is needed. */
  public interface IdentitySource<X extends Exception> {
    AgeIdentity identityFor(ConfirmedPairing pairing) throws X;
  }

  /** Learns, inside the write of an import, what the peer decided about one of our batches. */
  public interface OutcomeListener {
    void learned(StoreTransaction transaction, Batch batch, BatchOutcome outcome);
  }

  private final StateStore store;
  private final Kinds kinds;
  private final Side own;
  private final List<ConfirmedPairing> pairings;
  private final Path stagingFolder;
  private final OutcomeListener listener;

  public Receiver(
      StateStore store,
      Kinds kinds,
      Side own,
      List<ConfirmedPairing> pairings,
      Path stagingFolder,
      OutcomeListener listener) {
    this.store = store;
    this.kinds = kinds;
    this.own = own;
    this.pairings = List.copyOf(pairings);
    this.stagingFolder = stagingFolder;
    this.listener = listener;
  }

  /**
   * Verifies, copies, opens and keeps {@code bundle}.
   *
   * @param actor who imports, for the audit log
   */
  public <X extends Exception> ImportReport receive(
      UntrustedBundle bundle, IdentitySource<X> identities, String actor)
      throws IOException, StoreException, BundleRejectedException, ImportRefusedException, X {
    Trust trust = Trust.ofSite(Direction.from(own.other().toString()), pairings);
    try (Staging staging = Staging.fresh(stagingFolder)) {
      VerifiedCopy copy = VerifiedCopy.take(bundle, trust, staging.folder("volumes"));
      refuseReplay(copy.bundle());
      checkSpace(copy.bundle());
      AgeIdentity identity = identities.identityFor(copy.bundle().pairing());
      try (var spool = new Spool(staging.folder("documents"), store.blobs(), tarBytes(copy))) {
        Slice slice = open(copy, identity, spool);
        return keep(copy.bundle(), slice, spool, actor);
      }
    }
  }

  private void refuseReplay(VerifiedBundle bundle) throws StoreException, ImportRefusedException {
    List<BundleEntry> seen =
        store.read(
            view -> {
              view.requireNotFrozen();
              return view.bundle(bundle.root());
            });
    for (BundleEntry entry : seen) {
      if (entry.note() == BundleNote.IMPORTED) {
        throw ImportRefusedException.replay(bundle.root(), entry.at());
      }
    }
  }

  private void checkSpace(VerifiedBundle bundle) throws IOException, ImportRefusedException {
    long needed = bundle.manifest().volumes().stream().mapToLong(Volume::tar).sum();
    long free = Files.getFileStore(stagingFolder).getUsableSpace();
    if (free < needed) {
      throw ImportRefusedException.noSpace(needed, free);
    }
  }

  private static long tarBytes(VerifiedCopy copy) {
    return copy.bundle().manifest().volumes().stream().mapToLong(Volume::tar).sum();
  }

  private static Slice open(VerifiedCopy copy, AgeIdentity identity, Spool spool)
      throws IOException, StoreException, BundleRejectedException, ImportRefusedException {
    try {
      Contents contents = copy.open(List.of(identity), spool);
      spool.finishAssembly();
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

  private ImportReport keep(VerifiedBundle bundle, Slice slice, Spool spool, String actor)
      throws StoreException, IOException, ImportRefusedException {
    String peer = bundle.sender().name();
    AuditEvent event =
        AuditEvent.of("import", actor)
            .about(peer)
            .about(bundle.root().hex())
            .with("number", dev.sluice.canonical.Json.integer(bundle.routing().sequence()));
    try {
      return store.<ImportReport, Exception>write(
          event, transaction -> keep(transaction, bundle, slice, spool, peer));
    } catch (ImportRefusedException e) {
      new Alarm(store, bundle, actor).heed(e, slice.recipientIncarnation());
      throw e;
    } catch (StoreException | IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private ImportReport keep(
      StoreTransaction transaction, VerifiedBundle bundle, Slice slice, Spool spool, String peer)
      throws IOException, ImportRefusedException {
    var custody = new Custody(transaction, kinds, peer, own.other());
    Continuity continuity = custody.check(slice);
    int returned = 0;
    boolean newer = bundle.routing().sequence() > transaction.peer(peer).record().lastBundleIn();
    if (continuity.verdict() == Continuity.Verdict.SUCCESSOR) {
      returned = custody.succeed(slice, continuity, bundle.routing().sequence());
      newer = true;
    }
    var receipts = new Receipts(transaction, peer, listener);
    int outcomes = newer ? receipts.take(slice) : 0;
    int fresh = custody.take(continuity, spool);
    custody.heard(slice, bundle.routing().sequence());
    transaction.note(entry(transaction, bundle, slice, peer));
    return new ImportReport(
        bundle,
        peer,
        fresh,
        slice.entries().size() - fresh,
        outcomes,
        returned,
        transaction.peer(peer).record().ackedPosition());
  }

  private static BundleEntry entry(
      StoreTransaction transaction, VerifiedBundle bundle, Slice slice, String peer) {
    return new BundleEntry(
        dev.sluice.state.store.Direction.IN,
        bundle.root(),
        peer,
        bundle.routing().sequence(),
        slice.from(),
        slice.to(),
        bundle.manifest().volumes().stream().mapToLong(Volume::bytes).sum(),
        transaction.now(),
        BundleNote.IMPORTED);
  }
}
