package dev.sluice.api;

import dev.sluice.bundle.Headway;
import dev.sluice.bundle.UntrustedBundle;
import dev.sluice.bundle.model.BundleLimits;
import dev.sluice.bundle.model.BundleRejectedException;
import dev.sluice.bundle.model.Direction;
import dev.sluice.cli.site.KeyFolder;
import dev.sluice.cli.site.PeerFolder;
import dev.sluice.cli.site.SiteException;
import dev.sluice.cli.site.SiteFolder;
import dev.sluice.datasite.Answers;
import dev.sluice.datasite.Datasite;
import dev.sluice.importer.receive.ImportRefusedException;
import dev.sluice.importer.receive.ImportReport;
import dev.sluice.importer.receive.IncompleteBundleException;
import dev.sluice.importer.receive.Receiver;
import dev.sluice.state.store.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;

/** Takes bundles of the peers that are believed today into a site's custody. */
public final class Intake {
  private final Datasite site;
  private final KeyFolder keys;
  private final KeyFolder.Passphrase passphrase;
  private final Direction incoming;
  private final Receiver receiver;

  /**
   * @param folder of {@code site}, which is a low or high one
   * @param passphrase asked only if the keys have one, at each bundle that is opened
   */
  public Intake(
      SiteFolder folder,
      Datasite site,
      KeyFolder keys,
      KeyFolder.Passphrase passphrase,
      Clock clock)
      throws IOException, SiteException {
    this.site = site;
    this.keys = keys;
    this.passphrase = passphrase;
    this.incoming = folder.kind().sends().orElseThrow().reverse();
    this.receiver =
        new Receiver(
            site.store(),
            site.kinds(),
            folder.kind().side().orElseThrow(),
            PeerFolder.of(folder).believed(LocalDate.now(clock)),
            new Receiver.Folders(folder.staging(), folder.arrivals()),
            (transaction, batch, outcome) ->
                new Answers(transaction, site.kinds()).accept(batch, outcome));
  }

  /** Verifies the bundle in the folder {@code bundle} and takes it in. */
  public ImportReport receive(Path bundle)
      throws StoreException,
          IOException,
          SiteException,
          BundleRejectedException,
          ImportRefusedException,
          IncompleteBundleException {
    return receive(bundle, Headway.NONE);
  }

  /** The same, telling how far it has come. */
  public ImportReport receive(Path bundle, Headway headway)
      throws StoreException,
          IOException,
          SiteException,
          BundleRejectedException,
          ImportRefusedException,
          IncompleteBundleException {
    return receiver.<SiteException>receive(
        UntrustedBundle.at(bundle, BundleLimits.STANDARD).heardBy(headway),
        pairing -> keys.identity(pairing.pairing().address(incoming), passphrase),
        site.actor());
  }
}
