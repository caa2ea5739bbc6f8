package dev.sluice.cli.command;

import dev.sluice.bundle.Trust;
import dev.sluice.bundle.age.AgeIdentity;
import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.pairing.ConfirmedPairing;
import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.site.SiteException;
import dev.sluice.importer.quarantine.KeptBundle;
import dev.sluice.importer.quarantine.Quarantine;
import dev.sluice.importer.quarantine.Salvage;
import dev.sluice.state.files.PrivateFiles;
import dev.sluice.state.text.SafeText;
import java.io.IOException;

/** The quarantine of a session's site. */
final class Ward {
  private final Session session;
  private final Quarantine quarantine;
  private final Direction incoming;

  Ward(Session session) {
    this.session = session;
    session.side();
    this.quarantine = Quarantine.in(session.site().quarantine());
    this.incoming = session.site().kind().sends().orElseThrow().reverse();
  }

  Quarantine quarantine() {
    return quarantine;
  }

  KeptBundle find(String id) throws IOException {
    return quarantine
        .find(id)
        .orElseThrow(
            () ->
                new CliException(
                        ExitCode.USAGE, SafeText.sentence("no bundle {} is kept aside", id))
                    .help(SafeText.literal("sluice quarantine list")));
  }

  /** Holds the store while it is open, since it uses the site's staging folder. */
  Salvage open(KeptBundle kept) throws Exception {
    session.store();
    PrivateFiles.folder(session.site().staging());
    return Salvage.of(
        quarantine.bundle(kept),
        Trust.ofSite(incoming, session.believed()),
        PrivateFiles.freshFolder(session.site().staging(), "salvage"));
  }

  AgeIdentity identity(ConfirmedPairing pairing) throws IOException, SiteException {
    return session.keys().identity(pairing.pairing().address(incoming), session::passphrase);
  }
}
