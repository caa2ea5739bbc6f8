package dev.sluice.api;

import dev.sluice.bundle.Headway;
import dev.sluice.bundle.UntrustedBundle;
import dev.sluice.bundle.model.BundleLimits;
import dev.sluice.bundle.model.BundleRejectedException;
import dev.sluice.bundle.model.RejectionReason;
import dev.sluice.cli.site.SiteException;
import dev.sluice.datasite.Answers;
import dev.sluice.datasite.Datasite;
import dev.sluice.importer.receive.ImportRefusedException;
import dev.sluice.importer.receive.ImportReport;
import dev.sluice.importer.receive.IncompleteBundleException;
import dev.sluice.importer.receive.Receiver;
import dev.sluice.state.store.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Takes bundles of the peers that are believed today into a site's custody. */
public final class Intake {
  private final Access access;
  private final Receiver receiver;

  public Intake(Access access) throws IOException, SiteException {
    this.access = access;
    Datasite site = access.site();
    this.receiver =
        new Receiver(
            site.store(),
            site.kinds(),
            access.folder().kind().side().orElseThrow(),
            access.peers().believed(LocalDate.now(access.clock())),
            new Receiver.Folders(
                access.folder().staging(),
                access.folder().arrivals(),
                access.folder().quarantine()),
            (transaction, batch, outcome) ->
                new Answers(transaction, site.kinds()).accept(batch, outcome));
  }

  /**
   * Verifies the bundle at {@code path}, or each on the medium there, and takes it in. One that is
   * refused does not keep the others out; if none was taken in, the refusal is thrown.
   */
  public Taken take(Path path)
      throws StoreException,
          IOException,
          SiteException,
          NoBundleException,
          BundleRejectedException,
          ImportRefusedException,
          IncompleteBundleException {
    return take(path, Headway.NONE);
  }

  /** The same, telling {@code headway} how far it has come. */
  public Taken take(Path path, Headway headway)
      throws StoreException,
          IOException,
          SiteException,
          NoBundleException,
          BundleRejectedException,
          ImportRefusedException,
          IncompleteBundleException {
    var reports = new ArrayList<ImportReport>();
    var refused = new ArrayList<Exception>();
    for (Path folder : BundleFolders.at(path)) {
      try {
        reports.add(receive(folder, headway));
      } catch (ImportRefusedException | BundleRejectedException | IncompleteBundleException e) {
        refused.add(e);
      }
    }
    List<Exception> faults = refused.stream().filter(e -> !isNoneOfOurs(e)).toList();
    if (reports.isEmpty()) {
      throwAny(faults.isEmpty() ? refused.get(0) : faults.get(0));
    }
    return new Taken(reports, faults);
  }

  private ImportReport receive(Path bundle, Headway headway)
      throws StoreException,
          IOException,
          SiteException,
          BundleRejectedException,
          ImportRefusedException,
          IncompleteBundleException {
    return receiver.<SiteException>receive(
        UntrustedBundle.at(bundle, BundleLimits.STANDARD).heardBy(headway),
        pairing ->
            access
                .keys()
                .identity(
                    pairing.pairing().address(access.sends().reverse()),
                    access.unlocking().passphrase()),
        access.site().actor());
  }

  /** On a medium with many bundles, those seen already and those of the other direction. */
  private static boolean isNoneOfOurs(Exception e) {
    return (e instanceof ImportRefusedException refused
            && refused.reason() == ImportRefusedException.Reason.REPLAY)
        || (e instanceof BundleRejectedException rejected
            && rejected.reason() == RejectionReason.OWN_BUNDLE);
  }

  private static void throwAny(Exception refusal)
      throws BundleRejectedException, ImportRefusedException, IncompleteBundleException {
    if (refusal instanceof BundleRejectedException e) {
      throw e;
    }
    if (refusal instanceof ImportRefusedException e) {
      throw e;
    }
    throw (IncompleteBundleException) refusal;
  }
}
