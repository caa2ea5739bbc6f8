package dev.sluice.cli.site;

import dev.sluice.bundle.pairing.Card;
import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.Fields;
import dev.sluice.canonical.Json;
import dev.sluice.canonical.JsonLimits;
import dev.sluice.canonical.NotCanonicalException;
import dev.sluice.state.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder of one site.
 *
 * @param path where it is
 * @param name the site's name
 * @param kind what it is for
 */
public record SiteFolder(Path path, String name, SiteKind kind) {
  private static final String FORMAT = "sluice-site/1";
  private static final String FILE = "site.json";

  /** Makes {@code path} a site; only a folder that is one already is refused. */
  public static SiteFolder create(Path path, String name, SiteKind kind)
      throws IOException, SiteException {
    if (!Card.isName(name)) {
      throw new SiteException(
          SiteException.Reason.NOT_A_SITE,
          "a site name is at most 32 of a-z, 0-9 and hyphen, and begins with a letter or digit");
    }
    if (Files.exists(path.resolve(FILE))) {
      throw new SiteException(
          SiteException.Reason.ALREADY_THERE, "there already is a site at " + path);
    }
    PrivateFiles.folder(path);
    var site = new SiteFolder(path, name, kind);
    PrivateFiles.folder(site.peers());
    byte[] json =
        CanonicalJson.write(
            Json.object()
                .put("format", FORMAT)
                .put("kind", kind.toString())
                .put("name", name)
                .build());
    PrivateFiles.write(path.resolve(FILE), json);
    return site;
  }

  /** Opens the site at {@code path}. */
  public static SiteFolder open(Path path) throws IOException, SiteException {
    Path file = path.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new SiteException(SiteException.Reason.NOT_A_SITE, "there is no site at " + path);
    }
    try {
      Fields fields =
          Fields.of("site", CanonicalJson.parseObject(Files.readAllBytes(file), JsonLimits.SMALL));
      if (!fields.text("format").equals(FORMAT)) {
        throw new SiteException(
            SiteException.Reason.NOT_A_SITE, "this site was made by another version of sluice");
      }
      return new SiteFolder(path, fields.text("name"), fields.word("kind", SiteKind.class));
    } catch (NotCanonicalException e) {
      throw new SiteException(
          SiteException.Reason.NOT_A_SITE, "site.json is damaged: " + e.getMessage());
    }
  }

  public Path keys() {
    return path.resolve("keys");
  }

  public Path peers() {
    return path.resolve("peers");
  }

  public Path store() {
    return path.resolve("store");
  }

  /** Where the private files of running jobs lie. */
  public Path jobs() {
    return path.resolve("jobs");
  }

  /**
   * Removes what a killed process left of jobs and imports. The caller holds the store's lock, so
   * nothing of it is in use.
   */
  public void clearRemains() throws IOException {
    PrivateFiles.clear(jobs());
    PrivateFiles.clear(staging());
  }

  public Path staging() {
    return path.resolve("staging");
  }

  /** Where the newest sealed bundle for each peer is kept. */
  public Path outbox() {
    return path.resolve("outbox");
  }

  /** Where bundles that were refused are kept for a person to look at. */
  public Path quarantine() {
    return path.resolve("quarantine");
  }

  /** Where bundles of which only some media have come wait for the others. */
  public Path arrivals() {
    return path.resolve("arrivals");
  }
}
