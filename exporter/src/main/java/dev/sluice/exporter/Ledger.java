package dev.sluice.exporter;

import dev.sluice.bundle.model.Contents;
import dev.sluice.canonical.Digest;
import dev.sluice.state.audit.AuditEvent;
import dev.sluice.state.store.BundleEntry;
import dev.sluice.state.store.BundleNote;
import dev.sluice.state.store.Direction;
import dev.sluice.state.store.PeerView;
import dev.sluice.state.store.StateStore;
import dev.sluice.state.store.StoreException;
import java.util.List;

/** What the site keeps about the bundles that it has sealed. */
final class Ledger {
  private static final int LINES = 4 * Contents.MOST_HISTORY;

  private final StateStore store;

  Ledger(StateStore store) {
    this.store = store;
  }

  /** Roots of the newest bundles sealed for a peer, newest first. */
  static List<Digest> roots(PeerView known) {
    return known.newestBundles(LINES).stream()
        .filter(line -> line.note() == BundleNote.SEALED)
        .map(BundleEntry::bundle)
        .limit(Contents.MOST_HISTORY)
        .toList();
  }

  /** Notes that a bundle is sealed. */
  void sealed(Sealer.Draft draft, Digest root, String peer, long bytes, String actor)
      throws StoreException {
    store.write(
        event(root, peer, BundleNote.SEALED, actor),
        transaction -> {
          transaction.note(
              new BundleEntry(
                  Direction.OUT,
                  root,
                  peer,
                  draft.bundle().sequence(),
                  draft.from(),
                  draft.to(),
                  bytes,
                  transaction.now(),
                  BundleNote.SEALED));
          return null;
        });
  }

  /** Notes that all volumes of a sealed bundle were written and read back. */
  void readBack(BundleEntry sealed, String actor) throws StoreException {
    store.write(
        event(sealed.bundle(), sealed.peer(), BundleNote.READ_BACK, actor),
        transaction -> {
          transaction.note(
              new BundleEntry(
                  Direction.OUT,
                  sealed.bundle(),
                  sealed.peer(),
                  sealed.number(),
                  sealed.from(),
                  sealed.to(),
                  sealed.bytes(),
                  transaction.now(),
                  BundleNote.READ_BACK));
          return null;
        });
  }

  /** The line in which {@code root} was sealed. */
  BundleEntry sealed(Digest root) throws StoreException {
    return store.<BundleEntry, RuntimeException>read(
        view ->
            view.bundle(root).stream()
                .filter(line -> line.note() == BundleNote.SEALED)
                .findFirst()
                .orElseThrow());
  }

  private static AuditEvent event(Digest root, String peer, BundleNote note, String actor) {
    return AuditEvent.of("bundle-" + note, actor).about(root.hex()).about(peer);
  }
}
