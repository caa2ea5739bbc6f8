package dev.sluice.importer.apply;

import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.Digest;
import dev.sluice.canonical.Json;
import dev.sluice.importer.stage.StagedBundle.StagedBatch;
import dev.sluice.state.ObjectId;
import dev.sluice.state.store.InboxState;
import java.util.ArrayList;
import java.util.List;

/**
 * What an apply would do: approved batches only, each with all it needs, in an order in which
 * nothing refers to something that is not there yet.
 */
public final class ApplyPlan {
  private final String peer;
  private final long sequence;
  private final Lots lots;

  /**
   * An approved batch that cannot be applied.
   *
   * @param batch which
   * @param missing objects that are neither here nor approved
   */
  public record Blocked(StagedBatch batch, List<ObjectId> missing) {
    public Blocked {
      missing = List.copyOf(missing);
    }
  }

  /**
   * What becomes of the batches.
   *
   * @param applied to be applied, in order
   * @param settled what says what is here already, whatever was decided about it
   * @param rejected to be refused
   * @param conflicting approved, but colliding with an edit made here, and nobody said whose
   *     version counts or two said different things; or colliding with a batch that is applied;
   *     held
   * @param blocked approved, but needing something that is not here
   * @param waiting what nobody approved
   */
  public record Lots(
      List<StagedBatch> applied,
      List<StagedBatch> settled,
      List<StagedBatch> rejected,
      List<StagedBatch> conflicting,
      List<Blocked> blocked,
      List<StagedBatch> waiting) {
    public Lots {
      applied = List.copyOf(applied);
      settled = List.copyOf(settled);
      rejected = List.copyOf(rejected);
      conflicting = List.copyOf(conflicting);
      blocked = List.copyOf(blocked);
      waiting = List.copyOf(waiting);
    }
  }

  ApplyPlan(String peer, long sequence, Lots lots) {
    this.peer = peer;
    this.sequence = sequence;
    this.lots = lots;
  }

  public String peer() {
    return peer;
  }

  public Lots lots() {
    return lots;
  }

  /** Audit sequence of the state that the plan was made on. */
  long sequence() {
    return sequence;
  }

  /** Whether an apply would change nothing. */
  public boolean isEmpty() {
    return lots.applied().isEmpty()
        && lots.rejected().isEmpty()
        && lots.settled().isEmpty()
        && newlyHeld().isEmpty();
  }

  List<StagedBatch> newlyHeld() {
    return lots.conflicting().stream()
        .filter(batch -> batch.entry().state() != InboxState.HELD)
        .toList();
  }

  /**
   * Name of the plan: covers the content of every batch that it would apply, settle, hold or reject
   * and how each object stands to the state, so that a plan made on another state has another name.
   */
  public Digest id() {
    return CanonicalJson.digest(
        Json.object()
            .put("apply", lines(lots.applied()))
            .put("hold", lines(newlyHeld()))
            .put("peer", peer)
            .put("reject", lines(lots.rejected()))
            .put("settle", lines(lots.settled()))
            .build());
  }

  private static Json lines(List<StagedBatch> batches) {
    var lines = new ArrayList<Json>();
    for (StagedBatch batch : batches) {
      var objects =
          batch.listed().diff().objects().stream()
              .map(object -> object.id() + " " + object.status())
              .toList();
      var line =
          Json.object().put("batch", batch.listed().id()).put("objects", Json.texts(objects));
      batch.listed().take().ifPresent(take -> line.put("take", take.toString()));
      lines.add(line.build());
    }
    return Json.array(lines);
  }
}
