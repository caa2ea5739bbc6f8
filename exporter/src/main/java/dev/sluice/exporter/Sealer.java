package dev.sluice.exporter;

import dev.sluice.bundle.BundleDraft;
import dev.sluice.bundle.BundleFolder;
import dev.sluice.bundle.BundleTooLargeException;
import dev.sluice.bundle.BundleWriter;
import dev.sluice.bundle.Headway;
import dev.sluice.bundle.HeardFolder;
import dev.sluice.bundle.SealedBundle;
import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.model.Routing;
import dev.sluice.bundle.model.Volume;
import dev.sluice.bundle.ssh.AgentException;
import dev.sluice.canonical.Digest;
import dev.sluice.canonical.Json;
import dev.sluice.exporter.delta.Deltas;
import dev.sluice.exporter.media.MediaException;
import dev.sluice.exporter.media.Outbox;
import dev.sluice.state.feed.Slice;
import dev.sluice.state.store.PeerView;
import dev.sluice.state.store.StateStore;
import dev.sluice.state.store.StoreException;
import dev.sluice.state.store.StoreView;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Seals what the peer has not confirmed into the outbox. */
final class Sealer {
  private final StateStore store;
  private final String peer;
  private final Outbox outbox;
  private final BundleWriter writer;
  private final Optional<Deltas> deltas;
  private final Headway headway;

  Sealer(
      StateStore store,
      String peer,
      Outbox outbox,
      BundleWriter writer,
      Optional<Deltas> deltas,
      Headway headway) {
    this.store = store;
    this.peer = peer;
    this.outbox = outbox;
    this.writer = writer;
    this.deltas = deltas;
    this.headway = headway;
  }

  /** A bundle to come and its stretch of the feed. */
  record Draft(BundleDraft bundle, long from, long to) {}

  private record Gathered(Draft draft, FeedDocuments needed) {}

  /** Puts together bundle {@code number}. */
  Draft draft(long number) throws StoreException, IOException {
    Gathered whole =
        store.<Gathered, RuntimeException>read(view -> gather(view, view.peer(peer), number));
    return new Draft(
        shrunk(whole.draft().bundle(), whole.needed(), deltas),
        whole.draft().from(),
        whole.draft().to());
  }

  private Gathered gather(StoreView view, PeerView known, long number) {
    Stretch stretch = Stretch.of(view, ExportPlanner.unconfirmed(known), Stretch.Bounds.STANDARD);
    FeedDocuments needed = FeedDocuments.of(store, view, known, stretch.entries().values());
    Slice slice = new Reporting(view, known).slice(stretch.entries());
    BundleDraft draft = draft(view, known, number, slice.toJson(), needed);
    return new Gathered(new Draft(draft, slice.from(), slice.to()), needed);
  }

  /** The bundle with what {@code deltas} make shorter; the store is not held meanwhile. */
  static BundleDraft shrunk(BundleDraft draft, FeedDocuments needed, Optional<Deltas> deltas)
      throws StoreException, IOException {
    return deltas.isPresent() ? deltas.get().shrink(draft, needed.bases()) : draft;
  }

  static BundleDraft draft(
      StoreView view, PeerView known, long number, Json.Obj payload, FeedDocuments needed) {
    List<Digest> roots = Ledger.roots(known);
    return new BundleDraft(
        Direction.from(view.site().side().toString()),
        number,
        roots.isEmpty() ? Digest.ZERO : roots.get(0),
        roots,
        payload,
        needed.documents(),
        needed.blobs());
  }

  /** Seals {@code draft} into the outbox, in place of what is there. */
  void seal(Draft draft, Forecast forecast, Exporter.Request request)
      throws StoreException, IOException, MediaException, ExportRefusedException {
    Routing routing = writer.route(draft.bundle());
    try {
      Path folder = outbox.begin(routing.folderName(), forecast.bytes());
      headway.begin(Headway.Stage.SEAL, forecast.bytes());
      BundleFolder target = new HeardFolder(Outbox.target(folder), headway);
      SealedBundle sealed = writer.seal(draft.bundle(), routing, target, request.layout());
      long bytes = sealed.manifest().volumes().stream().mapToLong(Volume::bytes).sum();
      new Ledger(store).sealed(draft, sealed.root(), peer, bytes, request.actor());
      sealed.publish(target);
    } catch (BundleTooLargeException e) {
      throw ExportRefusedException.tooLarge(e.getMessage());
    } catch (IOException e) {
      if (FeedDocuments.isOfTheStore(e) || e instanceof AgentException) {
        throw e;
      }
      throw outbox.failure(e);
    }
  }
}
