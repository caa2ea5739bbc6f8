package dev.sluice.acceptance;

import static dev.sluice.cli.testing.TwoSites.typed;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.bundle.VolumeLayout;
import dev.sluice.bundle.ssh.Signer;
import dev.sluice.canonical.Digest;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.site.KeyFolder;
import dev.sluice.cli.site.PeerFolder;
import dev.sluice.cli.site.SiteFolder;
import dev.sluice.cli.testing.OpenedBundles;
import dev.sluice.cli.testing.PretendedProcess;
import dev.sluice.cli.testing.TwoSites;
import dev.sluice.datasite.Datasite;
import dev.sluice.datasite.Job;
import dev.sluice.datasite.JobItem.What;
import dev.sluice.datasite.Jobs;
import dev.sluice.exporter.ExportPlan;
import dev.sluice.exporter.Exporter;
import dev.sluice.exporter.ReleaseGate;
import dev.sluice.state.ObjectId;
import dev.sluice.state.review.DecisionBook;
import dev.sluice.state.review.ReviewSeal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One of several copies of a high site, whose clock and randomness are the same in all. */
final class Twin {
  /** Believes the decisions, which the program has made and signed. */
  private static final ReviewSeal BELIEVING =
      new ReviewSeal() {
        @Override
        public String seal(byte[] message) {
          throw new UnsupportedOperationException();
        }

        @Override
        public boolean fits(byte[] message, String signature) {
          return true;
        }
      };

  private final TwoSites sites;
  private final Path folder;
  private final SecureRandom random = seeded();

  private Twin(TwoSites sites, Path folder) {
    this.sites = sites;
    this.folder = folder;
  }

  /** A copy of {@code sites} in a new folder. */
  static Twin of(TwoSites sites, Path folder) throws IOException {
    return new Twin(sites.copiedTo(Files.createDirectories(folder)), folder);
  }

  /** The same numbers each time, unlike what other sources of randomness make of a seed. */
  private static SecureRandom seeded() {
    try {
      SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
      random.setSeed(42);
      return random;
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  /** Keeps {@code secret} as data, and in an endpoint. */
  void keep(String secret) throws Exception {
    high(
        "dataset",
        "add",
        "numbers",
        "--owner",
        "owner@example.org",
        "--mock",
        folder.resolve("mock.json").toString(),
        "--private",
        file("real.json", "[\"" + secret + "\"]"));
    high(
        "endpoint",
        "add",
        "payroll.mean",
        "--owner",
        "ana@example.org",
        "--mock",
        file("mock.py", "return 1\n"),
        "--private",
        file("real.py", "return '" + secret + "'\n"),
        "--settings",
        file("db.json", "{\"host\": \"" + secret + "\", \"limit\": 10}"),
        "--share-setting",
        "limit");
  }

  /** Changes the private half of the endpoint once more. */
  void changePrivateFunction(String secret) throws Exception {
    high("endpoint", "update", "payroll.mean", "--private", file("other.py", secret));
  }

  /** Has a job whose log is {@code secret}; its result is {@code value}. */
  Job deposit(ObjectId request, String value, String secret) throws Exception {
    Path result = Path.of(file("value.json", value));
    Path log = Path.of(file("log.txt", secret));
    Job job =
        sites.onHigh(site -> new Jobs(seeded(site)).deposit(request, result, Optional.of(log)));
    sites.onHigh(
        site -> {
          var object = site.store().read(view -> view.find(job.id()).orElseThrow());
          return TwoSitesTest.putting(object.with("error", secret)).on(site);
        });
    return job;
  }

  private Datasite seeded(Datasite site) {
    return new Datasite(site.store(), site.kinds(), random, site.actor());
  }

  /**
   * Shares the result of {@code job} and approves all that can leave, because of {@code secret}.
   */
  void share(Job job, String secret) {
    String result = typed(TwoSitesTest.item(job, What.RESULT));
    high("share", result, "--reason", secret, "--confirm-private", "1");
    high("approve", "--all-undecided", "--outgoing", "--reason", secret, "--note", secret);
  }

  private void high(String... words) {
    sites.high(words).exits(ExitCode.OK);
  }

  /** Exports to a new stick. */
  Path export() throws Exception {
    Path stick = Files.createDirectory(folder.resolve("stick"));
    SiteFolder high = SiteFolder.open(folder.resolve("high"));
    Signer key =
        KeyFolder.of(
                high,
                request -> {
                  throw new UnsupportedOperationException();
                })
            .signingKey(() -> new char[0]);
    var to = List.of(stick);
    var request = new Exporter.Request(to, VolumeLayout.STANDARD, "ana", key, random);
    return sites.onHigh(
        site -> {
          var exporter =
              new Exporter(
                  site.store(),
                  site.kinds(),
                  new ReleaseGate(new DecisionBook(BELIEVING)),
                  "low-lab",
                  PeerFolder.of(high).confirmed("low-lab"),
                  high.outbox(),
                  Clock.fixed(PretendedProcess.NOW, ZoneOffset.UTC));
          ExportPlan plan = exporter.plan();
          exporter.export(plan, 1, request);
          return stick;
        });
  }

  /** The plaintext of what is on {@code stick}, by name. */
  SortedMap<String, String> opened(Path stick) throws Exception {
    var all = new TreeMap<String, String>();
    new OpenedBundles(folder, "x25519")
        .read(stick, (where, content) -> all.put(where, new String(content, UTF_8)));
    return all;
  }

  /** Digests of the files on {@code stick}, by name. */
  static SortedMap<String, Digest> sealed(Path stick) throws IOException {
    var all = new TreeMap<String, Digest>();
    try (Stream<Path> files = Files.walk(stick).filter(Files::isRegularFile)) {
      for (Path file : files.toList()) {
        all.put(stick.relativize(file).toString(), Digest.of(Files.readAllBytes(file)));
      }
    }
    return all;
  }
}
