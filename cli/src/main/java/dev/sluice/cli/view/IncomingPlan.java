package dev.sluice.cli.view;

import dev.sluice.canonical.Digest;
import dev.sluice.importer.apply.ApplyPlan;
import dev.sluice.importer.apply.ApplyPlanner;
import dev.sluice.importer.review.ReviewException;
import dev.sluice.importer.review.ReviewedBundle;
import dev.sluice.importer.stage.CustodyException;
import dev.sluice.importer.stage.StagedBundle;
import dev.sluice.importer.stage.StagedBundle.StagedBatch;
import dev.sluice.importer.stage.Stager;
import dev.sluice.state.ObjectId;
import dev.sluice.state.kind.Kind;
import dev.sluice.state.review.DecisionBook;
import dev.sluice.state.store.Peer;
import dev.sluice.state.store.StoreView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What an apply would do at one moment, for all peers. */
public final class IncomingPlan {
  private static final int ID_DIGITS = 8;

  private final List<ApplyPlan> plans;
  private final Names names;

  private IncomingPlan(List<ApplyPlan> plans, Names names) {
    this.plans = List.copyOf(plans);
    this.names = names;
  }

  /**
   * Plans on {@code view}.
   *
   * @param shorten gives the short form of an id
   * @throws ReviewException if a decision carries a signature that does not fit
   */
  public static IncomingPlan of(
      StoreView view, Stager stager, DecisionBook book, Function<ObjectId, String> shorten)
      throws IOException, CustodyException, ReviewException {
    var plans = new ArrayList<ApplyPlan>();
    Set<ObjectId> ids = new HashSet<>();
    for (Peer peer : view.peers()) {
      StagedBundle staged = stager.stage(view, peer.name());
      plans.add(ApplyPlanner.plan(ReviewedBundle.of(staged, book, view.site()), view));
      staged.batches().forEach(batch -> addIds(batch, ids));
    }
    return new IncomingPlan(plans, Names.of(ids, shorten));
  }

  private static void addIds(StagedBatch batch, Set<ObjectId> ids) {
    ids.addAll(batch.listed().objects());
    ids.addAll(batch.listed().batch().required());
  }

  /** One plan for each peer. */
  public List<ApplyPlan> plans() {
    return plans;
  }

  /** The plan for {@code peer}. */
  public Optional<ApplyPlan> of(String peer) {
    return plans.stream().filter(plan -> plan.peer().equals(peer)).findFirst();
  }

  public Names names() {
    return names;
  }

  /** Whether an apply would change nothing. */
  public boolean isEmpty() {
    return plans.stream().allMatch(ApplyPlan::isEmpty);
  }

  /** Name of the plan: what a person types to have exactly this done. */
  public String id() {
    String ids = plans.stream().map(plan -> plan.id().hex()).collect(Collectors.joining("\n"));
    return "pl-" + Digest.of(ids.getBytes(StandardCharsets.US_ASCII)).hex().substring(0, ID_DIGITS);
  }

  /** Batches of one lot, of all peers. */
  public List<StagedBatch> all(Function<ApplyPlan.Lots, List<StagedBatch>> lot) {
    return plans.stream().flatMap(plan -> lot.apply(plan.lots()).stream()).toList();
  }

  /** What nobody approved, without code, which comes and goes with its request. */
  public List<StagedBatch> waiting() {
    return all(ApplyPlan.Lots::waiting).stream()
        .filter(batch -> batch.listed().kind().role() != Kind.Role.HIDDEN_ROOT)
        .toList();
  }

  /** Approved batches that need something which is not here. */
  public List<ApplyPlan.Blocked> blocked() {
    return plans.stream().flatMap(plan -> plan.lots().blocked().stream()).toList();
  }
}
