package dev.sluice.cli.command;

import dev.sluice.bundle.pairing.PairingWords;
import dev.sluice.canonical.Digest;
import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.store.BundleEntry;
import dev.sluice.state.store.Direction;
import dev.sluice.state.store.Peer;
import dev.sluice.state.store.StoreView;
import dev.sluice.state.text.SafeText;
import dev.sluice.web.report.ReportDraft;
import dev.sluice.web.report.TransferReport;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The bundles of the ledger, by the numbers that people know them by, and reports on them. */
final class BundleLedger {
  private BundleLedger() {}

  /** The newest lines about all peers, newest first. */
  static List<BundleEntry> newest(StoreView view, int most) {
    var found = new ArrayList<BundleEntry>();
    for (Peer peer : view.peers()) {
      found.addAll(view.peer(peer.name()).newestBundles(most));
    }
    found.sort(Comparator.comparing(BundleEntry::at).reversed());
    return List.copyOf(found.subList(0, Math.min(most, found.size())));
  }

  /**
   * The one bundle of this number.
   *
   * @throws CliException USAGE if there is none, or more than one
   */
  static Digest find(StoreView view, long number, Optional<Direction> direction) {
    Map<Digest, BundleEntry> found = new LinkedHashMap<>();
    for (Peer peer : view.peers()) {
      for (BundleEntry line : view.peer(peer.name()).newestBundles(Integer.MAX_VALUE)) {
        if (line.number() == number && direction.map(line.direction()::equals).orElse(true)) {
          found.putIfAbsent(line.bundle(), line);
        }
      }
    }
    if (found.size() == 1) {
      return found.keySet().iterator().next();
    }
    throw found.isEmpty() ? unknown(number) : ambiguous(number, List.copyOf(found.values()));
  }

  private static CliException unknown(long number) {
    return new CliException(
            ExitCode.USAGE,
            SafeText.sentence("this site knows of no bundle {}", BundleEntry.name(number)))
        .help(SafeText.literal("sluice history"));
  }

  private static CliException ambiguous(long number, List<BundleEntry> found) {
    var refusal =
        new CliException(
            ExitCode.USAGE,
            SafeText.sentence("{} means more than one bundle", BundleEntry.name(number)));
    var routes = new ArrayList<String>();
    for (BundleEntry line : found) {
      routes.add((line.direction() == Direction.OUT ? "to " : "from ") + line.peer());
    }
    return refusal
        .fact("bundles", String.join(", ", routes))
        .help(SafeText.literal("add --incoming or --outgoing"));
  }

  /** What the bundle of {@code digest} carried, if this site knows it. */
  static Optional<TransferReport> report(StoreView view, Kinds kinds, Digest digest, Clock clock) {
    return ReportDraft.of(view, kinds, digest, PairingWords.of(digest), clock.instant());
  }
}
