package dev.sluice.crossing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.canonical.Digest;
import dev.sluice.exporter.ExportPlan;
import dev.sluice.exporter.ExportReport;
import dev.sluice.importer.receive.ImportRefusedException;
import dev.sluice.importer.stage.StagedBundle.StagedBatch;
import dev.sluice.state.ObjectId;
import dev.sluice.state.Provenance;
import dev.sluice.state.Side;
import dev.sluice.state.diff.Status;
import dev.sluice.state.feed.Continuity;
import dev.sluice.state.review.DecisionBook.Statement;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.store.StoreException;
import dev.sluice.state.store.Take;
import dev.sluice.state.store.Verdict;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** One site of the walk, and what its people do. */
final class WalkSide implements AutoCloseable {
  /** An approval that says whose versions count. */
  private static final Statement MINE =
      new Statement(Verdict.APPROVE, "ana", "", "", Optional.of(Take.MINE));

  private final Side side;
  private final Path backup;
  private final Map<Digest, Set<String>> batches = new HashMap<>();
  private Site site;
  private Set<Digest> taken = new HashSet<>();
  private Optional<Set<Digest>> takenAtBackup = Optional.empty();

  WalkSide(Side side, Site site, Path backup) {
    this.side = side;
    this.site = site;
    this.backup = backup;
  }

  Holding holding() throws StoreException {
    return site.store()
        .<Holding, RuntimeException>read(view -> Holding.of(view, site.peer(), batches));
  }

  /** One more edit, which has seen the live version. */
  void edit(ObjectId id, String edit) throws Exception {
    edit(id, Set.of(edit), holding());
  }

  private void edit(ObjectId id, Set<String> more, Holding before) throws Exception {
    var seen = new TreeSet<>(before.live(id));
    seen.addAll(more);
    site.edit(Holding.version(id, seen));
  }

  /** Exports what there is; people approve all of it. */
  ExportReport export(Path stick) throws Exception {
    if (side == Side.HIGH) {
      approve(site.outgoing(), batch -> batch.status() != Status.SAME);
    }
    return site.exportTo(stick);
  }

  /** Why an import was refused; nothing if the bundle was taken in, or is in the ledger already. */
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

  /** Approves and applies what is in no conflict; the rest is held. */
  void apply() throws Exception {
    List<ListedBatch> waiting = site.staged().listed();
    if (waiting.isEmpty()) {
      return;
    }
    if (side == Side.HIGH) {
      approve(waiting, batch -> batch.status() != Status.CONFLICT);
    }
    carryOut();
  }

  private void approve(List<ListedBatch> listed, Predicate<ListedBatch> which) throws Exception {
    if (listed.stream().anyMatch(which)) {
      site.decide(listed, which, Verdict.APPROVE);
    }
  }

  private void carryOut() throws Exception {
    for (StagedBatch batch : site.apply().lots().applied()) {
      assertThat(taken.add(batch.listed().id()))
          .as("batch %s of %s has no second effect", batch.entry().position(), site.peer())
          .isTrue();
    }
  }

  /**
   * Ends the conflicts that this side has to end, by an edit that has seen both versions: the low
   * side all, the high side those about versions that it had lost itself.
   */
  boolean resolve(String edit) throws Exception {
    Optional<ListedBatch> conflict = conflict();
    if (conflict.isEmpty()) {
      return false;
    }
    ListedBatch batch = conflict.get();
    var seen = new TreeSet<>(Holding.edits(batch.whole().documents()));
    seen.add(edit);
    edit(batch.root(), seen, holding());
    Optional<ListedBatch> still =
        site.staged().listed().stream()
            .filter(again -> again.id().equals(batch.id()))
            .filter(again -> again.status() == Status.CONFLICT)
            .findFirst();
    if (still.isPresent()) {
      site.decide(still.get(), MINE);
    }
    carryOut();
    return true;
  }

  private Optional<ListedBatch> conflict() throws Exception {
    return site.staged().batches().stream()
        .filter(batch -> batch.listed().status() == Status.CONFLICT)
        .filter(batch -> side == Side.LOW || batch.entry().provenance() == Provenance.RETURNED)
        .map(StagedBatch::listed)
        .findFirst();
  }

  void recover() throws Exception {
    site.recover();
  }

  boolean isBackedUp() {
    return takenAtBackup.isPresent();
  }

  void backUp() throws Exception {
    site.backUpTo(backup);
    site = site.reopened();
    takenAtBackup = Optional.of(Set.copyOf(taken));
  }

  void restore() throws Exception {
    site = site.restoredFrom(backup);
    taken = new HashSet<>(takenAtBackup.orElseThrow());
  }

  /** Whether the site has nothing to say and nothing to decide. */
  boolean isIdle() throws Exception {
    ExportPlan plan = site.exportPlan();
    return site.staged().batches().isEmpty() && plan.isEmpty() && plan.heldBack().isEmpty();
  }

  /** What keeps the site from being idle. */
  String waiting() throws Exception {
    ExportPlan plan = site.exportPlan();
    return "live %s, staged %s, released %s, held back %s, repeated %s, news %s"
        .formatted(
            holding().live(),
            site.staged().listed().stream().map(ListedBatch::diff).toList(),
            plan.released().size(),
            plan.heldBack().size(),
            plan.repeated().size(),
            plan.news());
  }

  @Override
  public void close() throws StoreException {
    site.close();
  }
}
