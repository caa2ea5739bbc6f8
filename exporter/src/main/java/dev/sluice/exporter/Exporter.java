package dev.sluice.exporter;

import dev.sluice.bundle.BundleWriter;
import dev.sluice.bundle.Headway;
import dev.sluice.bundle.VolumeLayout;
import dev.sluice.bundle.pairing.ConfirmedPairing;
import dev.sluice.bundle.ssh.Signer;
import dev.sluice.exporter.delta.Deltas;
import dev.sluice.exporter.media.MediaException;
import dev.sluice.exporter.media.Medium;
import dev.sluice.exporter.media.Outbox;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.review.StoredContent;
import dev.sluice.state.store.StateStore;
import dev.sluice.state.store.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes bundles for one peer.
 *
 * <p>A bundle carries everything the peer has not confirmed, from the last confirmed position of
 * the feed on. Writing one never counts as delivery; only the peer's receipt moves that position.
 * It is sealed into the outbox first and goes onto media from there, so that it can be spread over
 * several, and damaged volumes can be written again.
 */
public final class Exporter {
  private final StateStore store;
  private final Kinds kinds;
  private final ReleaseGate gate;
  private final String peer;
  private final ConfirmedPairing pairing;
  private final Clock clock;
  private final Outbox outbox;
  private final Optional<Deltas> deltas;
  private final Headway headway;

  /**
   * @param outbox private folder that keeps the newest sealed bundle for each peer
   */
  public Exporter(
      StateStore store,
      Kinds kinds,
      ReleaseGate gate,
      String peer,
      ConfirmedPairing pairing,
      Path outbox,
      Clock clock) {
    this.store = store;
    this.kinds = kinds;
    this.gate = gate;
    this.peer = peer;
    this.pairing = pairing;
    this.outbox = Outbox.of(outbox, peer);
    this.clock = clock;
    this.deltas = Optional.of(new Deltas(store.blobs(), this.outbox.cuts(), pairing.digest()));
    this.headway = Headway.NONE;
  }

  private Exporter(Exporter other, Optional<Deltas> deltas, Headway headway) {
    this.store = other.store;
    this.kinds = other.kinds;
    this.gate = other.gate;
    this.peer = other.peer;
    this.pairing = other.pairing;
    this.outbox = other.outbox;
    this.clock = other.clock;
    this.deltas = deltas;
    this.headway = headway;
  }

  /** The same exporter, which tells {@code headway} how far it has come. */
  public Exporter heardBy(Headway headway) {
    return new Exporter(this, deltas, headway);
  }

  /** An exporter that sends changed blobs whole, for a peer that has lost what they were before. */
  public Exporter sendingWhole() {
    return new Exporter(this, Optional.empty(), headway);
  }

  /** What an export would carry now; nothing can leave a frozen site. */
  public ExportPlan plan() throws StoreException, IOException {
    var planner = new ExportPlanner(kinds, new StoredContent(store.blobs()::open), gate);
    return store.<ExportPlan, IOException>read(
        view -> {
          view.requireNotFrozen();
          return planner.plan(view, peer);
        });
  }

  /**
   * How much room the bundle will take that {@code plan} leads to.
   *
   * @throws ExportRefusedException TOO_LARGE
   */
  public Forecast forecast(ExportPlan plan, VolumeLayout layout)
      throws StoreException, IOException, ExportRefusedException {
    return new Forecaster(store, peer, pairing.pairing(), deltas).of(plan, layout);
  }

  /**
   * Releases what {@code plan} says, seals the bundle and writes it.
   *
   * @param confirmedPrivateItems how many private items a person agreed to let leave
   * @throws ExportRefusedException PRIVATE_NOT_CONFIRMED, STALE, EXPIRED or TOO_LARGE; nothing was
   *     released
   * @throws MediaException when a medium or this site's disk fails; its stage says what was done
   */
  public ExportReport export(ExportPlan plan, int confirmedPrivateItems, Request request)
      throws StoreException, IOException, ExportRefusedException, MediaException {
    if (plan.privateItems() != confirmedPrivateItems) {
      throw new ExportRefusedException(
          ExportRefusedException.Reason.PRIVATE_NOT_CONFIRMED,
          "%d private items would leave; %d were confirmed"
              .formatted(plan.privateItems(), confirmedPrivateItems));
    }
    requireDay();
    List<Medium> media = Medium.all(request.media());
    Forecast forecast = forecast(plan, request.layout());
    requireRoom(forecast, media);
    long number = new Release(store, peer).of(plan, request.actor());
    Sealer sealer = sealer(request);
    try {
      sealer.seal(sealer.draft(number), forecast, request);
    } catch (MediaException e) {
      throw e.after(MediaException.Stage.RELEASED, number);
    }
    return write(number, Set.of(), media, request.actor());
  }

  /**
   * Writes volumes of the newest sealed bundle, the same bytes as before: to go on with other
   * media, or to make up for damaged ones.
   *
   * @param number of the bundle
   * @param volumes names of volumes; if empty, those that no medium has got yet, or else all
   * @throws ExportRefusedException NOT_KEPT, NO_SUCH_VOLUME or OUTBOX_DAMAGED
   */
  public ExportReport again(long number, Set<String> volumes, List<Path> media, String actor)
      throws StoreException, IOException, ExportRefusedException, MediaException {
    return write(number, volumes, Medium.all(media), actor);
  }

  /**
   * Where and how to write.
   *
   * @param media folders of media, filled one after the other
   * @param layout how the bundle is cut
   * @param actor who exports, for the audit log
   * @param key signs the bundle
   * @param composite signs it again, where the pairing demands that
   * @param random for keys and nonces
   */
  public record Request(
      List<Path> media,
      VolumeLayout layout,
      String actor,
      Signer key,
      Optional<Signer> composite,
      SecureRandom random) {
    public Request {
      media = List.copyOf(media);
    }

    /** An export with one signature. */
    public Request(
        List<Path> media, VolumeLayout layout, String actor, Signer key, SecureRandom random) {
      this(media, layout, actor, key, Optional.empty(), random);
    }
  }

  private Sealer sealer(Request request) {
    var single = new BundleWriter(pairing, request.key(), request.random(), clock);
    BundleWriter writer = request.composite().map(single::alsoSignedBy).orElse(single);
    return new Sealer(store, peer, outbox, writer, deltas, headway);
  }

  private void requireDay() throws ExportRefusedException {
    LocalDate last = pairing.pairing().expires();
    if (LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).isAfter(last)) {
      throw new ExportRefusedException(
          ExportRefusedException.Reason.EXPIRED,
          "the pairing with " + peer + " expired on " + last);
    }
  }

  /** Refuses when sealing lacks room, or when not even one volume would fit. */
  private void requireRoom(Forecast forecast, List<Medium> media)
      throws IOException, MediaException {
    outbox.requireRoom(forecast.bytes());
    Medium.requireRoom(media, forecast.volumes());
  }

  private ExportReport write(long number, Set<String> volumes, List<Medium> media, String actor)
      throws StoreException, IOException, ExportRefusedException, MediaException {
    Delivery delivery = Delivery.of(store, outbox, pairing, number, headway);
    try {
      return delivery.write(volumes, media, actor);
    } catch (MediaException e) {
      throw e.after(MediaException.Stage.SEALED, number);
    }
  }
}
