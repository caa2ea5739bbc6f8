package dev.sluice.cli.health;

import dev.sluice.bundle.UntrustedBundle;
import dev.sluice.cli.site.SiteFolder;
import dev.sluice.state.files.FolderFiles;
import dev.sluice.state.text.SafeText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What lies in a site's work folders; while no command runs, a killed one has left it there. */
public final class Leftovers {
  private static final String NAME = "left-over";

  private final SiteFolder site;

  private Leftovers(SiteFolder site) {
    this.site = site;
  }

  /** Warnings about {@code site}; none if its work folders are empty. */
  public static List<Finding> of(SiteFolder site) throws IOException {
    var leftovers = new Leftovers(site);
    var findings = new ArrayList<Finding>();
    for (Path path : FolderFiles.of(site.staging())) {
      findings.add(
          leftovers.warning(
              path,
              "What a killed import had opened. The next command that opens the store removes it."));
    }
    for (Path path : FolderFiles.of(site.jobs())) {
      findings.add(
          leftovers.warning(
              path,
              "Private files of a killed run. The next command that opens the store removes them."));
    }
    findings.addAll(leftovers.outbox());
    findings.addAll(leftovers.arrivals());
    return findings;
  }

  private List<Finding> outbox() throws IOException {
    var findings = new ArrayList<Finding>();
    for (Path peer : FolderFiles.of(site.outbox())) {
      for (Path bundle : FolderFiles.of(peer)) {
        if (Files.isDirectory(bundle) && !UntrustedBundle.looksLikeOne(bundle)) {
          findings.add(
              warning(
                  bundle, "A bundle that was never sealed. The next sluice export replaces it."));
        }
      }
    }
    return findings;
  }

  private List<Finding> arrivals() throws IOException {
    var findings = new ArrayList<Finding>();
    for (Path bundle : FolderFiles.of(site.arrivals())) {
      findings.add(
          warning(
              bundle,
              "A bundle of which volumes are missing. Import the other sticks, or a newer bundle."));
    }
    return findings;
  }

  private Finding warning(Path path, String next) {
    return Finding.warn(NAME, SafeText.of(site.path().relativize(path).toString()), next);
  }
}
