package dev.sluice.crossing;

import dev.sluice.exporter.ExportReport;
import dev.sluice.importer.receive.ImportRefusedException;
import dev.sluice.state.ObjectId;
import dev.sluice.state.StateObject;
import dev.sluice.state.diff.Status;
import dev.sluice.state.feed.Continuity;
import dev.sluice.state.review.DecisionBook.Statement;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.share.Document;
import dev.sluice.state.store.StoreException;
import dev.sluice.state.store.StoreView;
import dev.sluice.state.store.Take;
import dev.sluice.state.store.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One site of the walk, with one object on it. The object says which edits it has seen, so that
 * nothing can be lost unnoticed.
 */
final class WalkSide implements AutoCloseable {
  static final ObjectId SHARED = ObjectId.named("pj", "walk");
  private static final String EDITS = "description";

  private final Path backup;
  private Site site;
  private boolean backedUp;

  WalkSide(Site site, Path backup) {
    this.site = site;
    this.backup = backup;
  }

  /** One more edit, which has seen what is here and what waits here. */
  void edit(String edit) throws Exception {
    var seen = new TreeSet<>(live());
    seen.add(edit);
    site.edit(object(seen));
  }

  private StateObject object(Set<String> edits) {
    return StateObject.create(SHARED, "project", "curie@example.org")
        .with("name", "Walk")
        .with(EDITS, String.join(" ", edits));
  }

  /** Exports what there is; people approve all of it. */
  ExportReport export(Path stick) throws Exception {
    site.decide(site.outgoing(), batch -> batch.status() != Status.SAME, Verdict.APPROVE);
    return site.exportTo(stick);
  }

  /** What came of an import, or nothing if the bundle was taken in or is known. */
  Optional<Continuity.Verdict> take(ExportReport bundle) throws Exception {
    try {
      site.importFrom(bundle);
      return Optional.empty();
    } catch (ImportRefusedException e) {
      if (e.reason() == ImportRefusedException.Reason.REPLAY) {
        return Optional.empty();
      }
      if (e.verdict().isEmpty()) {
        throw e;
      }
      return e.verdict();
    }
  }

  /** Approves and applies what is no conflict; the rest is held. */
  void apply() throws Exception {
    site.decide(site.staged().listed(), batch -> !isConflict(batch), Verdict.APPROVE);
    site.apply();
  }

  /** Ends the conflicts that wait here by an edit that has seen both versions. */
  void resolve(String edit) throws Exception {
    var seen = new TreeSet<>(waiting());
    seen.addAll(live());
    seen.add(edit);
    site.edit(object(seen));
    while (site.staged().listed().stream().anyMatch(WalkSide::isConflict)) {
      ListedBatch one =
          site.staged().listed().stream().filter(WalkSide::isConflict).findFirst().orElseThrow();
      site.decide(one, new Statement(Verdict.APPROVE, "ana", "", "", Optional.of(Take.MINE)));
      site.apply();
    }
  }

  boolean hasConflict() throws Exception {
    return site.staged().listed().stream().anyMatch(WalkSide::isConflict);
  }

  private static boolean isConflict(ListedBatch batch) {
    return batch.status() == Status.CONFLICT;
  }

  boolean isFrozen() throws Exception {
    return site.store()
        .<Boolean, RuntimeException>read((StoreView view) -> view.freeze().isPresent());
  }

  void recover() throws Exception {
    site.recover();
  }

  boolean isBackedUp() {
    return backedUp;
  }

  void backUp() throws Exception {
    site.backUpTo(backup);
    site = site.reopened();
    backedUp = true;
  }

  void restore() throws Exception {
    site = site.restoredFrom(backup);
  }

  /** The edits that the live version has seen. */
  Set<String> live() throws Exception {
    return site.store()
        .<Set<String>, RuntimeException>read(
            view -> view.find(SHARED).map(found -> edits(found.fields())).orElse(Set.of()));
  }

  /** The edits of all versions that wait to be applied or resolved. */
  Set<String> waiting() throws Exception {
    var waiting = new TreeSet<String>();
    for (ListedBatch batch : site.staged().listed()) {
      for (Document document : batch.whole().documents()) {
        waiting.addAll(edits(document.fields()));
      }
    }
    return waiting;
  }

  boolean isIdle() throws Exception {
    return site.exportPlan().isEmpty() && site.staged().batches().isEmpty();
  }

  private static Set<String> edits(java.util.SortedMap<String, dev.sluice.canonical.Json> fields) {
    var text = (dev.sluice.canonical.Json.Text) fields.get(EDITS);
    return new TreeSet<>(List.of(text.value().split(" ", -1)));
  }

  @Override
  public void close() throws StoreException {
    site.close();
  }
}
