package dev.sluice.api;

import dev.sluice.bundle.model.Direction;
import dev.sluice.cli.site.KeyFolder;
import dev.sluice.cli.site.PeerFolder;
import dev.sluice.cli.site.SiteFolder;
import dev.sluice.datasite.Datasite;
import java.time.Clock;

/**
 * All that it takes to work on a low or high site, by a command or by a program.
 *
 * @param folder of the site
 * @param site its state, opened
 * @param unlocking of its keys
 */
public record Access(SiteFolder folder, Datasite site, Unlocking unlocking, Clock clock) {
  KeyFolder keys() {
    return KeyFolder.of(folder, unlocking.agent());
  }

  PeerFolder peers() {
    return PeerFolder.of(folder);
  }

  Direction sends() {
    return folder.kind().sends().orElseThrow();
  }
}
