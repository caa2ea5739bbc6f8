package dev.sluice.importer.receive;

import dev.sluice.bundle.BundleVerifier;
import dev.sluice.bundle.SignedBundle;
import dev.sluice.bundle.Trust;
import dev.sluice.bundle.UntrustedBundle;
import dev.sluice.bundle.VerifiedBundle;
import dev.sluice.bundle.VerifiedCopy;
import dev.sluice.bundle.age.AgeIdentity;
import dev.sluice.bundle.model.BundleRejectedException;
import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.pairing.ConfirmedPairing;
import dev.sluice.importer.IdentitySource;
import dev.sluice.state.Side;
import dev.sluice.state.audit.AuditEvent;
import dev.sluice.state.batch.Batch;
import dev.sluice.state.feed.BatchOutcome;
import dev.sluice.state.feed.Continuity;
import dev.sluice.state.feed.Slice;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.store.BundleEntry;
import dev.sluice.state.store.BundleNote;
import dev.sluice.state.store.Peer;
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
  /** Learns, inside the write of an import, what the peer decided about one of our batches. */
  public interface OutcomeListener {
    void learned(StoreTransaction transaction, Batch batch, BatchOutcome outcome);
  }

  /**
   * Private folders of the site.
   *
   * @param staging emptied with every import
   * @param arrivals keeps bundles of which only some media have come
   * @param quarantine keeps bundles that were refused and hold what may be nowhere else
   */
  public record Folders(Path staging, Path arrivals, Path quarantine) {}

  private final StateStore store;
  private final Kinds kinds;
  private final Side own;
  private final List<ConfirmedPairing> pairings;
  private final Folders folders;
  private final Arrivals arrivals;
  private final OutcomeListener listener;

  public Receiver(
      StateStore store,
      Kinds kinds,
      Side own,
      List<ConfirmedPairing> pairings,
      Folders folders,
      OutcomeListener listener) {
    this.store = store;
    this.kinds = kinds;
    this.own = own;
    this.pairings = List.copyOf(pairings);
    this.folders = folders;
    this.arrivals = new Arrivals(folders.arrivals());
    this.listener = listener;
  }

  /**
   * Verifies, copies, opens and keeps {@code bundle}.
   *
   * <p>If the medium has only some of its volumes, those are put by, and the import of another
   * medium goes on from there.
   *
   * @param actor who imports, for the audit log
   */
  public <X extends Exception> ImportReport receive(
      UntrustedBundle bundle, IdentitySource<X> identities, String actor)
      throws IOException,
          StoreException,
          BundleRejectedException,
          ImportRefusedException,
          IncompleteBundleException,
          X {
    Trust trust = Trust.ofSite(Direction.from(own.other().toString()), pairings);
    SignedBundle signed = BundleVerifier.signed(bundle, trust);
    refuseReplay(signed);
    try (Staging staging = Staging.fresh(folders.staging());
        Arrival arrival = arrivals.of(signed)) {
      checkSpace(signed, arrival);
      VerifiedCopy copy = arrival.take(bundle);
      AgeIdentity identity = identities.identityFor(signed.pairing());
      ImportReport report = open(copy, identity, staging, arrival, actor);
      arrivals.forgetBefore(signed);
      return report;
    }
  }

  private ImportReport open(
      VerifiedCopy copy, AgeIdentity identity, Staging staging, Arrival arrival, String actor)
      throws IOException, StoreException, BundleRejectedException, ImportRefusedException {
    long unpacked = copy.bundle().signed().unpackedBytes();
    try (var spool = new Spool(staging.folder("documents"), store.blobs(), unpacked)) {
      Slice slice = SliceOpening.open(copy, identity, spool);
      requireRoom(spool.maker().bytes());
      ImportReport report = keep(copy.bundle(), slice, spool, actor);
      arrival.settled();
      return report;
    } catch (BundleRejectedException | ImportRefusedException e) {
      arrival.settled();
      new Aside(folders.quarantine(), store.clock()).put(copy.bundle(), arrival.folder(), e);
      throw e;
    }
  }

  private void refuseReplay(SignedBundle bundle) throws StoreException, ImportRefusedException {
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

  private void checkSpace(SignedBundle bundle, Arrival arrival)
      throws IOException, ImportRefusedException {
    requireRoom(arrival.room() + bundle.unpackedBytes());
  }

  private void requireRoom(long needed) throws IOException, ImportRefusedException {
    long free = Files.getFileStore(folders.arrivals()).getUsableSpace();
    if (free < needed) {
      throw ImportRefusedException.noSpace(needed, free);
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
      throws StoreException, IOException, ImportRefusedException {
    var custody = new Custody(transaction, kinds, peer, own.other());
    Continuity continuity = custody.check(slice);
    boolean successor = continuity.verdict() == Continuity.Verdict.SUCCESSOR;
    Peer before = transaction.peer(peer).record();
    if (successor || !continuity.fresh().isEmpty()) {
      refuseNewsUnderAnOldNumber(before, bundle);
    }
    boolean newer = successor || bundle.routing().sequence() > before.lastBundleIn();
    int returned = successor ? custody.succeed(slice, continuity, bundle.routing().sequence()) : 0;
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

  /**
   * A pairing that has ended counts by bundle numbers, so whoever holds its key may write a low
   * one. What such a bundle could honestly say had come with the higher numbers already.
   */
  private static void refuseNewsUnderAnOldNumber(Peer peer, VerifiedBundle bundle)
      throws ImportRefusedException {
    Direction direction = bundle.routing().direction();
    if (bundle.pairing().limit(direction).isPresent()
        && bundle.routing().sequence() <= peer.lastBundleIn()) {
      throw ImportRefusedException.endedPairing(peer.lastBundleIn());
    }
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
        bundle.signed().bytes(),
        transaction.now(),
        BundleNote.IMPORTED);
  }
}
