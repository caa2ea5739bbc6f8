package dev.sluice.exporter;

import dev.sluice.bundle.BundleDraft;
import dev.sluice.bundle.BundleTooLargeException;
import dev.sluice.bundle.VolumeForecast;
import dev.sluice.bundle.VolumeLayout;
import dev.sluice.bundle.model.PayloadMode;
import dev.sluice.bundle.pairing.Pairing;
import dev.sluice.canonical.Json;
import dev.sluice.exporter.delta.Deltas;
import dev.sluice.state.feed.Receipt;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.store.PeerView;
import dev.sluice.state.store.StateStore;
import dev.sluice.state.store.StoreException;
import dev.sluice.state.store.StoreView;
import java.io.IOException;
import java.util.Optional;

/** Says how much room a bundle will take, before anything is released for it. */
final class Forecaster {
  /** A position, a word, and a reason of common length. */
  private static final long BYTES_PER_ANSWER = 512;

  private final StateStore store;
  private final String peer;
  private final Pairing pairing;
  private final Optional<Deltas> deltas;

  Forecaster(StateStore store, String peer, Pairing pairing, Optional<Deltas> deltas) {
    this.store = store;
    this.peer = peer;
    this.pairing = pairing;
    this.deltas = deltas;
  }

  private record Load(BundleDraft draft, FeedDocuments needed, long payloadBytes) {}

  /**
   * The room for the bundle that {@code plan} leads to.
   *
   * @throws ExportRefusedException TOO_LARGE if no reader would take it
   */
  Forecast of(ExportPlan plan, VolumeLayout layout)
      throws StoreException, IOException, ExportRefusedException {
    if (plan.news().size() > Receipt.MOST_OUTCOMES) {
      throw ExportRefusedException.tooLarge(
          "the bundle would carry %,d answers; %,d are the most"
              .formatted(plan.news().size(), Receipt.MOST_OUTCOMES));
    }
    Load load = store.<Load, RuntimeException>read(view -> load(view, plan));
    BundleDraft draft = Sealer.shrunk(load.draft(), load.needed(), deltas);
    PayloadMode mode = pairing.payload(draft.direction());
    try {
      return new Forecast(VolumeForecast.of(draft, mode, load.payloadBytes(), layout));
    } catch (BundleTooLargeException e) {
      throw ExportRefusedException.tooLarge(e.getMessage());
    }
  }

  private Load load(StoreView view, ExportPlan plan) {
    PeerView known = view.peer(peer);
    Stretch stretch = Stretch.of(view, plan.repeated(), Stretch.Bounds.STANDARD);
    FeedDocuments needed = FeedDocuments.of(store, view, known, stretch.entries().values());
    long payload = stretch.bytes() + plan.news().size() * BYTES_PER_ANSWER;
    for (ListedBatch batch : plan.released()) {
      var versions = new KnownVersions(view, known, batch.root());
      batch.whole().documents().forEach(document -> needed.add(document, versions));
      payload += Stretch.bytes(batch.batch());
    }
    Json.Obj later = Json.object().build();
    return new Load(Sealer.draft(view, known, 1, later, needed), needed, payload);
  }
}
