package dev.sluice.cli.testing;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.datasite.DatasetDraft;
import dev.sluice.datasite.Datasets;
import dev.sluice.datasite.Projects;
import dev.sluice.datasite.Users;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Makes the sites of a {@link TwoSites}, with keys, a pairing and what both have at first. */
final class PairMaking {
  /** Made once: most of a test's time would go into keys and pairings. */
  static final FolderImage PAIR = FolderImage.madeBy(PairMaking::withDataset);

  private static final String OWNER = "owner@example.org";

  private final TwoSites sites;
  private final Path folder;

  PairMaking(TwoSites sites, Path folder) {
    this.sites = sites;
    this.folder = folder;
  }

  private static void withDataset(Path folder) throws Exception {
    var sites = new TwoSites(folder, false);
    var making = new PairMaking(sites, folder);
    making.make();
    Path real = Files.writeString(folder.resolve("real.json"), "[1,2,3]");
    sites.onHigh(site -> new Datasets(site).add(making.dataset(Optional.of(real))));
  }

  /** Makes both sites; the high one lacks the dataset. */
  void make() throws Exception {
    for (String side : List.of("low", "high")) {
      sites.run(side, "init", "--side", side, "--name", side + "-lab").exits(ExitCode.OK);
      sites.run(side, "key", "generate", "--no-passphrase").exits(ExitCode.OK);
    }
    pair();
    Files.writeString(folder.resolve("mock.json"), "[4,5,6]");
    sites.onLow(
        site -> {
          new Users(site).add(TwoSites.CURIE, "Marie Curie", "Example");
          new Projects(site).create("Sums", "Sums of numbers", TwoSites.CURIE);
          return new Datasets(site).add(dataset(Optional.empty()));
        });
  }

  private DatasetDraft dataset(Optional<Path> real) {
    return new DatasetDraft("numbers", "Numbers", OWNER, folder.resolve("mock.json"), real);
  }

  private void pair() throws Exception {
    String card = folder.resolve("low.card").toString();
    sites.low("key", "export", card).exits(ExitCode.OK);
    sites.high("peer", "add", card, "--suite", "x25519").exits(ExitCode.OK);
    Path atHigh = folder.resolve("high/peers/low-lab/pairing.json");
    Path atLow = folder.resolve("low/peers/high-lab/pairing.json");
    String words = Ceremony.words(atHigh);
    sites.high("peer", "confirm", "low-lab", "--words", words).exits(ExitCode.OK);
    sites.low("peer", "add", atHigh.toString()).exits(ExitCode.OK);
    sites.low("peer", "confirm", "high-lab", "--words", words).exits(ExitCode.OK);
    sites.high("peer", "add", atLow.toString()).exits(ExitCode.OK);
  }
}
