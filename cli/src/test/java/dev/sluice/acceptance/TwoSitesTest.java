package dev.sluice.acceptance;

import static dev.sluice.cli.testing.TwoSites.typed;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.testing.TwoSites;
import dev.sluice.datasite.Job;
import dev.sluice.datasite.JobItem;
import dev.sluice.datasite.Jobs;
import dev.sluice.datasite.Requests;
import dev.sluice.state.ObjectId;
import dev.sluice.state.StateObject;
import dev.sluice.state.audit.AuditEvent;
import dev.sluice.state.edit.Edits;
import dev.sluice.state.kind.Kinds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Two paired sites with a dataset on both, and the steps that most stories share. */
abstract class TwoSitesTest {
  static final String CURIE = TwoSites.CURIE;

  /** What is in each log, which nobody may see unless it is shared. */
  static final String LOG = "adding canary-of-the-log-7d20";

  @TempDir Path folder;
  TwoSites sites;

  /** The same sites, for what a story begins with. */
  private TwoSites before;

  @BeforeEach
  final void pair() throws Exception {
    before = TwoSites.paired(folder);
    sites = before;
  }

  /** A request that has come in on the high side and waits there. */
  final ObjectId waiting(String name) throws Exception {
    ObjectId request = before.submit(name);
    before.carryUp();
    return request;
  }

  /** A request that is live on the high side. */
  final ObjectId live(String name) throws Exception {
    ObjectId request = waiting(name);
    before.high("approve", typed(request)).exits(ExitCode.OK);
    before.high("apply", "--yes").exits(ExitCode.OK);
    return request;
  }

  /** A job on the high side whose result is {@code value} and whose log is {@link #LOG}. */
  final Job deposited(ObjectId request, String value) throws Exception {
    Path result = Files.writeString(folder.resolve("value.json"), value);
    Path log = Files.writeString(folder.resolve("log.txt"), LOG + "\n");
    return before.onHigh(site -> new Jobs(site).deposit(request, result, Optional.of(log)));
  }

  static ObjectId item(Job job, JobItem.What what) {
    return job.items().stream().filter(one -> one.what() == what).findFirst().orElseThrow().id();
  }

  /** Shares a result or a log, as one private item. */
  final void share(Job job, JobItem.What what) {
    sites
        .high("share", typed(item(job, what)), "--reason", "checked", "--confirm-private", "1")
        .exits(ExitCode.OK);
  }

  /** Approves what is undecided on the high side, carries it down and applies it there. */
  final void bringDown(int privateItems) throws Exception {
    sites.high("approve", "--all-undecided", "--outgoing");
    sites.carryDown(privateItems);
    sites.low("apply", "--yes").exits(ExitCode.OK);
  }

  final String statusOnLow(ObjectId request) throws Exception {
    return sites.onLow(site -> new Requests(site).show(request)).status().word();
  }

  final String statusOnHigh(ObjectId request) throws Exception {
    return sites.onHigh(site -> new Requests(site).show(request)).status().word();
  }

  final StateObject onHigh(ObjectId id) throws Exception {
    return sites.onHigh(site -> site.store().read(view -> view.find(id).orElseThrow()));
  }

  final StateObject onLow(ObjectId id) throws Exception {
    return sites.onLow(site -> site.store().read(view -> view.find(id).orElseThrow()));
  }

  final boolean isOnHigh(ObjectId id) throws Exception {
    return sites.onHigh(site -> site.store().read(view -> view.find(id).isPresent()));
  }

  final boolean isOnLow(ObjectId id) throws Exception {
    return sites.onLow(site -> site.store().read(view -> view.find(id).isPresent()));
  }

  /** Puts an object that no command makes. */
  static TwoSites.Work<Void> putting(StateObject object) {
    return site ->
        site.store()
            .<Void, RuntimeException>write(
                AuditEvent.of("test", "ana"),
                transaction -> {
                  new Edits(transaction, Kinds.builtIn()).put(object);
                  return null;
                });
  }

  static ObjectId named(String kind, String name) {
    return ObjectId.named(Kinds.builtIn().kind(kind).orElseThrow().prefix(), name);
  }
}
