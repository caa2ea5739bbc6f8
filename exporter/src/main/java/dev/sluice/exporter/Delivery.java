package dev.sluice.exporter;

import dev.sluice.bundle.BundleVerifier;
import dev.sluice.bundle.Headway;
import dev.sluice.bundle.SignedBundle;
import dev.sluice.bundle.Trust;
import dev.sluice.bundle.UntrustedBundle;
import dev.sluice.bundle.model.BundleLimits;
import dev.sluice.bundle.model.BundleRejectedException;
import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.model.Volume;
import dev.sluice.bundle.pairing.ConfirmedPairing;
import dev.sluice.exporter.ExportRefusedException.Reason;
import dev.sluice.exporter.ExportReport.Written;
import dev.sluice.exporter.media.MediaException;
import dev.sluice.exporter.media.Medium;
import dev.sluice.exporter.media.Outbox;
import dev.sluice.exporter.media.Spread;
import dev.sluice.state.store.BundleEntry;
import dev.sluice.state.store.StateStore;
import dev.sluice.state.store.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts volumes of the sealed bundle onto media, one after the other, and reads them back. */
final class Delivery {
  private final StateStore store;
  private final Outbox outbox;
  private final SignedBundle bundle;
  private final Trust trust;
  private final Headway headway;

  private Delivery(
      StateStore store, Outbox outbox, SignedBundle bundle, Trust trust, Headway headway) {
    this.store = store;
    this.outbox = outbox;
    this.bundle = bundle;
    this.trust = trust;
    this.headway = headway;
  }

  /**
   * Takes bundle {@code number} out of the outbox.
   *
   * @throws ExportRefusedException NOT_KEPT or OUTBOX_DAMAGED
   */
  static Delivery of(
      StateStore store, Outbox outbox, ConfirmedPairing pairing, long number, Headway headway)
      throws StoreException, IOException, ExportRefusedException {
    String side = store.<String, RuntimeException>read(view -> view.site().side().toString());
    Trust trust = Trust.ofSite(Direction.from(side), List.of(pairing));
    Optional<Path> folder = outbox.sealed();
    if (folder.isPresent()) {
      try {
        var kept = UntrustedBundle.at(folder.get(), BundleLimits.STANDARD).heardBy(headway);
        SignedBundle bundle = BundleVerifier.signed(kept, trust);
        if (bundle.routing().sequence() == number) {
          return new Delivery(store, outbox, bundle, trust, headway);
        }
      } catch (BundleRejectedException e) {
        throw damaged(e);
      }
    }
    throw new ExportRefusedException(
        Reason.NOT_KEPT,
        "bundle %d is not kept here; only the newest one for a peer is".formatted(number));
  }

  /**
   * Writes as many volumes as {@code media} have room for.
   *
   * @param names of volumes; if empty, those that no medium has got yet, or else all
   * @throws MediaException if a medium fails; those before it keep what they have got
   */
  ExportReport write(Set<String> names, List<Medium> media, String actor)
      throws StoreException, IOException, MediaException, ExportRefusedException {
    boolean wasComplete = left().isEmpty();
    List<Volume> todo = wanted(names);
    Medium.requireRoom(media, todo.stream().map(Volume::bytes).toList());
    var written = new ArrayList<Written>();
    for (Medium medium : media) {
      Spread<Volume> spread = Spread.of(todo, Volume::bytes, List.of(medium.room()));
      List<Volume> fitting = spread.media().get(0);
      if (!fitting.isEmpty()) {
        written.add(write(fitting, medium));
        todo = spread.left();
      }
    }
    BundleEntry sealed = new Ledger(store).sealed(bundle.root());
    List<Volume> left = left();
    if (left.isEmpty() && !wasComplete) {
      new Ledger(store).readBack(sealed, actor);
    }
    return report(sealed, written, left);
  }

  private List<Volume> wanted(Set<String> names) throws IOException, ExportRefusedException {
    List<Volume> all = bundle.manifest().volumes();
    if (names.isEmpty()) {
      List<Volume> left = left();
      return left.isEmpty() ? all : left;
    }
    List<Volume> named = all.stream().filter(volume -> names.contains(name(volume))).toList();
    if (named.size() < names.size()) {
      throw new ExportRefusedException(
          Reason.NO_SUCH_VOLUME, "the bundle has no volume of that name");
    }
    return named;
  }

  private Written write(List<Volume> volumes, Medium medium)
      throws IOException, MediaException, ExportRefusedException {
    try {
      long bytes = volumes.stream().mapToLong(Volume::bytes).sum();
      headway.begin(Headway.Stage.WRITE, bytes);
      Path folder = medium.write(bundle, volumes);
      headway.begin(Headway.Stage.READ_BACK, bytes);
      boolean pastCache = medium.readBack(folder, bundle, volumes, trust);
      outbox.addWritten(volumes.stream().map(Delivery::name).toList());
      return new Written(folder, volumes, pastCache);
    } catch (BundleRejectedException e) {
      throw damaged(e);
    }
  }

  private List<Volume> left() throws IOException {
    Set<String> written = outbox.written();
    return bundle.manifest().volumes().stream()
        .filter(volume -> !written.contains(name(volume)))
        .toList();
  }

  private ExportReport report(BundleEntry sealed, List<Written> written, List<Volume> left) {
    return new ExportReport(
        sealed.number(),
        sealed.bundle(),
        written,
        bundle.manifest().volumes().size(),
        sealed.bytes(),
        (int) (sealed.to() - sealed.from()),
        left);
  }

  private static String name(Volume volume) {
    return volume.name().text();
  }

  private static ExportRefusedException damaged(BundleRejectedException e) {
    return new ExportRefusedException(
        Reason.OUTBOX_DAMAGED, "the sealed bundle that this site keeps is damaged: " + e.subject());
  }
}
