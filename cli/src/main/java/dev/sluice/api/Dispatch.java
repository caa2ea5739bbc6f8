package dev.sluice.api;

import dev.sluice.bundle.Headway;
import dev.sluice.bundle.VolumeLayout;
import dev.sluice.bundle.pairing.ConfirmedPairing;
import dev.sluice.bundle.pairing.Pairing;
import dev.sluice.cli.site.BundleSigners;
import dev.sluice.cli.site.SiteException;
import dev.sluice.exporter.ExportPlan;
import dev.sluice.exporter.ExportRefusedException;
import dev.sluice.exporter.ExportReport;
import dev.sluice.exporter.Exporter;
import dev.sluice.exporter.Forecast;
import dev.sluice.exporter.ReleaseGate;
import dev.sluice.exporter.media.MediaException;
import dev.sluice.state.review.DecisionBook;
import dev.sluice.state.store.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Writes bundles for one peer, signed with the keys that the pairing with it names. */
public final class Dispatch {
  private final Access access;
  private final ConfirmedPairing pairing;
  private final Exporter exporter;

  private Dispatch(Access access, ConfirmedPairing pairing, Exporter exporter) {
    this.access = access;
    this.pairing = pairing;
    this.exporter = exporter;
  }

  /**
   * Bundles for {@code peer}, holding what {@code book} approves.
   *
   * @throws SiteException {@code NOT_CONFIRMED} if the pairing is not in force, {@code MISSING} if
   *     there is none
   */
  public static Dispatch to(String peer, Access access, DecisionBook book)
      throws IOException, SiteException {
    ConfirmedPairing pairing = access.peers().confirmed(peer);
    var exporter =
        new Exporter(
            access.site().store(),
            access.site().kinds(),
            new ReleaseGate(book),
            peer,
            pairing,
            access.folder().outbox(),
            access.clock());
    return new Dispatch(access, pairing, exporter);
  }

  /** The same, which sends changed content whole, to a peer that lost what it was before. */
  public Dispatch sendingWhole() {
    return new Dispatch(access, pairing, exporter.sendingWhole());
  }

  /** The same, which tells {@code headway} how far it has come. */
  public Dispatch heardBy(Headway headway) {
    return new Dispatch(access, pairing, exporter.heardBy(headway));
  }

  /** What was agreed on with the peer. */
  public Pairing pairing() {
    return pairing.pairing();
  }

  /** What a bundle would carry now. */
  public ExportPlan plan() throws StoreException, IOException {
    return exporter.plan();
  }

  /** How much room that takes, see {@link Exporter#forecast}. */
  public Forecast forecast(ExportPlan plan, VolumeLayout layout)
      throws StoreException, IOException, ExportRefusedException {
    return exporter.forecast(plan, layout);
  }

  /** Writes what {@code plan} says to one medium, in volumes of the usual size. */
  public ExportReport write(ExportPlan plan, int privateItems, Path medium)
      throws StoreException, IOException, SiteException, ExportRefusedException, MediaException {
    return write(plan, privateItems, List.of(medium), VolumeLayout.STANDARD);
  }

  /**
   * Releases what {@code plan} says, seals it, writes it to {@code media} and reads it back.
   *
   * @param privateItems how many private items the caller expects to leave with it
   * @param layout how it is cut into files
   * @throws ExportRefusedException if that is another number, or the state has moved
   * @throws MediaException see {@link Exporter#export}
   */
  public ExportReport write(
      ExportPlan plan, int privateItems, List<Path> media, VolumeLayout layout)
      throws StoreException, IOException, SiteException, ExportRefusedException, MediaException {
    var random = access.site().random();
    var signers =
        BundleSigners.of(
            access.keys(), pairing, access.sends(), access.unlocking().passphrase(), random);
    var request =
        new Exporter.Request(
            media, layout, access.site().actor(), signers.signing(), signers.composite(), random);
    return exporter.export(plan, privateItems, request);
  }

  /** Writes volumes of the newest bundle once more, see {@link Exporter#again}. */
  public ExportReport again(long number, Set<String> volumes, List<Path> media)
      throws StoreException, IOException, ExportRefusedException, MediaException {
    return exporter.again(number, volumes, media, access.site().actor());
  }
}
