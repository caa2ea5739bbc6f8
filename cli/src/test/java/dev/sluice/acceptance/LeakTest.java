package dev.sluice.acceptance;

import static dev.sluice.cli.testing.TwoSites.typed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.testing.LeakSearch;
import dev.sluice.cli.testing.OpenedBundles;
import dev.sluice.cli.testing.Outcome;
import dev.sluice.datasite.Job;
import dev.sluice.datasite.JobItem.What;
import dev.sluice.state.ObjectId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is private on the high side stays there, except what was shared. */
class LeakTest extends TwoSitesTest {
  private static final int CANARIES = 10_000;

  private final LeakSearch search = new LeakSearch(Canaries.MARK);
  private final List<String> reports = new ArrayList<>();
  private final Map<String, ObjectId> requests = new HashMap<>();
  private final List<Path> sticks = new ArrayList<>();
  private PlantedSite planted;

  @Test
  void tenThousandCanaries_areNowhereButOnTheHighSide() throws Exception {
    planted = new PlantedSite(sites, folder);
    report(sites.guard("init", "--side", "guard", "--name", "gate-1"));
    String pairing = folder.resolve("low/peers/high-lab/pairing.json").toString();
    report(sites.guard("peer", "add", pairing));

    submitAndDecide();
    planted.addData();
    runAndShare();
    bringDownAndAnswer();

    planted.assertFull();
    assertThat(Canaries.countedBelow(folder.resolve("high"))).isGreaterThan(CANARIES);
    search.assertAbsentFrom(folder.resolve("low"), folder.resolve("guard"));
    search.assertAbsentFrom(folder.resolve("high/outbox"));
    reports.forEach(text -> search.assertAbsent(text, text.getBytes(UTF_8)));
    assertAbsentFromSticks();
  }

  private void assertAbsentFromSticks() throws Exception {
    var opened = new OpenedBundles(folder, "x25519");
    var allowed = new LeakSearch(PlantedSite.ALLOWED);
    var found = new ArrayList<String>();
    for (Path stick : sticks) {
      search.assertAbsentFrom(stick);
      opened.read(
          stick,
          (where, content) -> {
            search.assertAbsent(where, content);
            allowed.find(content).ifPresent(place -> found.add(where));
          });
    }
    assertThat(found).as("what was shared, on sticks").isNotEmpty();
  }

  /** Keeps what people of other places may come to see. */
  private void report(Outcome outcome) {
    outcome.exits(ExitCode.OK);
    reports.add(outcome.out() + outcome.err());
  }

  private void submitAndDecide() throws Exception {
    for (var code : PlantedSite.CODE.entrySet()) {
      requests.put(code.getKey(), sites.submit(code.getKey(), "Research", code.getValue()));
    }
    carry("low", "high", 0);
    for (String name : List.of("total", "broken", "copy")) {
      decide("approve", requests.get(name), "--reason", next());
    }
    decide("ignore", requests.get("unwanted"), "--reason", next());
    decide("skip", requests.get("later"), "--reason", next());
    sites.high("apply", "--yes").exits(ExitCode.OK);
  }

  private String next() {
    return planted.canaries().next();
  }

  private void decide(String verdict, ObjectId root, String... more) {
    var words = new ArrayList<>(List.of(verdict, typed(root), "--note", next()));
    words.addAll(List.of(more));
    sites.high(words.toArray(String[]::new)).exits(ExitCode.OK);
  }

  private void runAndShare() throws Exception {
    Job total = planted.run(requests.get("total"));
    Job broken = planted.run(requests.get("broken"));
    Job copy = planted.run(requests.get("copy"));
    assertThat(broken.status()).isEqualTo(Job.ERRORED);
    sites.high("job", "logs", typed(broken.id()), "--stderr").prints("Traceback", Canaries.MARK);
    sites.high("show", typed(item(copy, What.RESULT)), "--part", "value").prints(Canaries.MARK);
    planted.fillFields(broken, requests.get("copy"));
    report(sites.high("batch", "list", "--outgoing", "--json"));
    for (Job job : List.of(total, broken, copy)) {
      report(sites.high("diff", typed(job.id()), "--outgoing"));
      report(sites.high("diff", typed(job.id()), "--outgoing", "--json"));
    }
    sites
        .high("share", typed(item(total, What.RESULT)), "--reason", next())
        .exits(ExitCode.CANCELLED);
    sites
        .high(
            "share", typed(item(total, What.RESULT)), "--reason", next(), "--confirm-private", "1")
        .exits(ExitCode.OK);
    sites
        .high("approve", "--all-undecided", "--outgoing", "--reason", next(), "--note", next())
        .exits(ExitCode.OK);
  }

  private void bringDownAndAnswer() throws Exception {
    report(sites.high("export", "--dry-run", "--json"));
    carry("high", "low", 1);
    reportOnPaper();
    report(sites.low("plan"));
    report(sites.low("apply", "--yes"));
    report(sites.low("result", "show", "total", "--for", CURIE));
    report(sites.low("job", "list", "--json"));
    carry("low", "high", 0);
    report(sites.high("receipt", "list", "--json"));
    decide("reject", requests.get("later"), "--reason", "not today");
    sites.high("apply", "--yes").exits(ExitCode.OK);
    carry("high", "low", 0);
    report(sites.low("message", "list", "--to", CURIE).prints("not today"));
    report(sites.low("receipt", "list", "--json"));
    report(sites.low("audit", "log", "--json"));
  }

  /** What may be carried is clean; what stays on the high side names the reasons. */
  private void reportOnPaper() {
    String[] bundle = {"report", "bn-000001", "--outgoing"};
    report(sites.high(bundle[0], bundle[1], bundle[2], "--for", "peer"));
    report(sites.high(bundle[0], bundle[1], bundle[2], "--for", "peer", "--json"));
    report(sites.high(bundle[0], bundle[1], bundle[2], "--format", "label"));
    report(sites.low(bundle[0], bundle[1], "--incoming"));
    sites.high(bundle).prints(Canaries.MARK);
  }

  /** Carries a stick, past the guard. */
  private void carry(String from, String to, int privateItems) throws Exception {
    Path stick = Files.createDirectory(folder.resolve("stick-" + from + sticks.size()));
    sticks.add(stick);
    String place = stick.toString();
    String[] export = {"export", "--out", place, "--confirm-private", "" + privateItems};
    report(from.equals("low") ? sites.low(export) : sites.high(export));
    report(sites.guard("verify", place, "--recipient", to + "-lab"));
    report(to.equals("low") ? sites.low("import", place) : sites.high("import", place));
  }

  @Test
  void sitesThatDifferInPrivateDataOnly_exportTheSameBundle(@TempDir Path others) throws Exception {
    requests.put("total", live("total"));
    requests.put("copy", live("copy"));
    Twin one = worked(others.resolve("one"), "first secret", "8128.5");
    Twin two = worked(others.resolve("two"), "another secret, and a longer one", "8128.5");
    Twin three = worked(others.resolve("three"), "first secret", "641");
    Path first = one.export();
    Path second = two.export();
    assertThat(two.opened(second)).isEqualTo(one.opened(first)).hasSizeGreaterThan(10);
    assertThat(Twin.sealed(second)).isEqualTo(Twin.sealed(first));
    assertThat(three.opened(three.export())).isNotEqualTo(one.opened(first));
  }

  private Twin worked(Path place, String secret, String shared) throws Exception {
    Twin twin = Twin.of(sites, place);
    twin.keep(secret);
    for (int i = 0; i < secret.length() / 10; i++) {
      twin.changePrivateFunction(secret + i);
    }
    Job total = twin.deposit(requests.get("total"), shared, secret);
    twin.deposit(requests.get("copy"), "\"" + secret + "\"", secret);
    twin.share(total, secret);
    return twin;
  }
}
