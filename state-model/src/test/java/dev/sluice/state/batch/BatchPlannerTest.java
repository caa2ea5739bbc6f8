package dev.sluice.state.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.canonical.Json;
import dev.sluice.state.ObjectId;
import dev.sluice.state.Side;
import dev.sluice.state.StateObject;
import dev.sluice.state.batch.BatchRefusedException.Reason;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.share.SharedForm;
import dev.sluice.state.testing.InMemoryState;
import dev.sluice.state.testing.Samples;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BatchPlannerTest {
  private static final Kinds KINDS = Kinds.builtIn();
  private final InMemoryState state = new InMemoryState(KINDS);

  private final StateObject ana = state.put(Samples.object("user", "ana"));
  private final StateObject bob = state.put(Samples.object("user", "bob"));
  private final StateObject dataset = state.put(Samples.object("dataset", "census"));
  private final StateObject asset =
      state.put(Samples.object("asset", "ages").with("dataset", dataset.id().text()));
  private final StateObject inner = state.put(Samples.object("code", "inner"));
  private final StateObject outer =
      state.put(
          Samples.object("code", "outer")
              .with("nested", Samples.references(inner))
              .with("assets", Samples.references(asset)));
  private final StateObject project =
      state.put(Samples.object("project", "study").with("creator", bob.id().text()));
  private final StateObject request =
      state.put(
          Samples.object("request", "mean age")
              .with("code", outer.id().text())
              .with("project", project.id().text())
              .with("requester", ana.id().text()));
  private final StateObject job =
      state.put(
          Samples.object("job", "run")
              .with("code", outer.id().text())
              .with("request", request.id().text()));
  private final StateObject log = state.put(Samples.ofJob("log", "log", job));
  private final StateObject subJob =
      state.put(Samples.object("job", "sub-run").with("parent", job.id().text()));
  private final StateObject subLog = state.put(Samples.ofJob("log", "sub-log", subJob));

  @Test
  void closureTarget_bringsWhatBelongsToIt() throws Exception {
    assertThat(ids(plan(Side.LOW, request))).contains(outer.id(), inner.id());
  }

  @Test
  void memberTarget_isIncludedAndNotFollowed() throws Exception {
    Batch batch = plan(Side.LOW, request);
    assertThat(ids(batch))
        .containsExactlyInAnyOrder(request.id(), outer.id(), inner.id(), project.id(), ana.id());
    assertThat(batch.required()).containsExactly(asset.id(), bob.id());
  }

  @Test
  void children_areIncludedAndFollowed() throws Exception {
    assertThat(ids(plan(Side.HIGH, job)))
        .containsExactlyInAnyOrder(
            job.id(), log.id(), subJob.id(), subLog.id(), outer.id(), inner.id(), request.id());
  }

  @Test
  void targetThatMayNotLeave_isRequired() throws Exception {
    assertThat(plan(Side.HIGH, project).required()).containsExactly(bob.id());
    assertThat(ids(plan(Side.LOW, project))).containsExactlyInAnyOrder(project.id(), bob.id());
  }

  @Test
  void childThatMayNotLeave_staysBehind() throws Exception {
    String declaration =
        """
        {"name": "opinion", "prefix": "op", "role": "member", "title": "request",
         "flow": "high-to-low", "owner": "high", "parts": {},
         "fields": {"request": {"type": "reference", "to": "request", "tie": "child",
                                "exposure": "shared"}}}
        """;
    Kinds kinds = KINDS.withDeclarations(List.of(declaration.getBytes(UTF_8)));
    var withOpinion = new InMemoryState(kinds);
    withOpinion.put(Samples.object("request", "mean age"));
    ObjectId opinion = ObjectId.named("op", "fine");
    withOpinion.put(
        StateObject.create(opinion, "opinion", "carl@example.org")
            .with("request", request.id().text()));
    assertThat(ids(BatchPlanner.plan(withOpinion, kinds, Side.HIGH, request.id()).batch()))
        .containsExactly(request.id(), opinion);
    assertThat(ids(BatchPlanner.plan(withOpinion, kinds, Side.LOW, request.id()).batch()))
        .containsExactly(request.id());
  }

  @Test
  void whatOthersReferTo_comesFirst() throws Exception {
    List<ObjectId> order = ids(plan(Side.HIGH, job));
    assertThat(order).containsSubsequence(inner.id(), outer.id(), request.id(), job.id());
    assertThat(order).containsSubsequence(job.id(), subJob.id(), subLog.id());
  }

  @Test
  void circle_isGroupedById() throws Exception {
    StateObject inCircle = state.put(inner.with("nested", Samples.references(outer)));
    StateObject first = inCircle.id().compareTo(outer.id()) < 0 ? inCircle : outer;
    StateObject second = first.equals(outer) ? inCircle : outer;
    assertThat(ids(plan(Side.LOW, request))).containsSubsequence(first.id(), second.id());
    assertThat(ids(plan(Side.LOW, outer))).containsExactly(first.id(), second.id());
  }

  @Test
  void longerCircle_isGroupedById() throws Exception {
    List<StateObject> circle =
        Stream.of("a", "b", "c", "d")
            .map(name -> Samples.object("code", name))
            .sorted(Comparator.comparing(StateObject::id))
            .toList();
    for (int i = 0; i < circle.size(); i++) {
      StateObject next = circle.get((i + 1) % circle.size());
      state.put(circle.get(i).with("nested", Samples.references(next)));
    }
    state.put(outer.with("nested", Samples.references(circle.get(2))));
    assertThat(ids(plan(Side.LOW, outer)))
        .containsExactlyElementsOf(
            Stream.concat(circle.stream(), Stream.of(outer)).map(StateObject::id).toList());
  }

  @Test
  void sameState_givesTheSameBatch() throws Exception {
    assertThat(plan(Side.HIGH, job).id()).isEqualTo(plan(Side.HIGH, job).id());
    Batch before = plan(Side.LOW, request);
    state.put(inner.with("entry", "main"));
    assertThat(plan(Side.LOW, request).id()).isNotEqualTo(before.id());
  }

  @Test
  void localAndUnreleasedContent_leavesNoTraceInTheBatch() throws Exception {
    Batch before = plan(Side.HIGH, job);
    state.put(job.with("isolation", "none").with("error", "patient 17"));
    state.put(log.withPart("stdout", Samples.part("patient 17")));
    assertThat(plan(Side.HIGH, job)).isEqualTo(before);
    state.release(
        job.id(), SharedForm.fieldItem("error"), SharedForm.fieldDigest(Json.text("patient 17")));
    assertThat(plan(Side.HIGH, job)).isNotEqualTo(before);
  }

  @Test
  void removedObject_isItsOwnBatch() throws Exception {
    state.remove(log.id());
    Batch batch = plan(Side.HIGH, log);
    assertThat(batch.items()).extracting(BatchItem::op).containsExactly(BatchItem.Op.REMOVE);
    assertThat(batch.root()).isEqualTo(log.id());
  }

  @Test
  void removedTarget_travelsAsRemoval() throws Exception {
    state.remove(inner.id());
    assertThat(plan(Side.LOW, request).items())
        .filteredOn(item -> item.op() == BatchItem.Op.REMOVE)
        .extracting(BatchItem::object)
        .containsExactly(inner.id());
  }

  @Test
  void danglingReference_isRefusedAndNamed() {
    state.forget(inner.id());
    BatchRefusedException refusal = refusal(Side.LOW, request.id());
    assertThat(refusal.reason()).isEqualTo(Reason.MISSING_DEPENDENCY);
    assertThat(refusal.object()).isEqualTo(outer.id().text());
    assertThat(refusal).hasMessageContaining(inner.id().text()).hasMessageContaining("nested");
  }

  @Test
  void danglingRequirement_isRefused() {
    state.forget(bob.id());
    assertThat(refusal(Side.LOW, request.id()).reason()).isEqualTo(Reason.MISSING_DEPENDENCY);
  }

  @Test
  void brokenRoot_doesNotHideOthers() throws Exception {
    state.forget(inner.id());
    assertThat(ids(plan(Side.LOW, project))).hasSize(2);
  }

  @Test
  void orphan_isReportedAsMissingDependency() {
    state.forget(job.id());
    assertThat(refusal(Side.HIGH, log.id()).reason()).isEqualTo(Reason.MISSING_DEPENDENCY);
  }

  @Test
  void whatIsNoRoot_isRefused() {
    assertThat(refusal(Side.LOW, ana.id()).reason()).isEqualTo(Reason.NOT_A_ROOT);
    assertThat(refusal(Side.HIGH, subJob.id()).reason()).isEqualTo(Reason.NOT_A_ROOT);
    assertThat(refusal(Side.LOW, Samples.id("request", "none")).reason())
        .isEqualTo(Reason.UNKNOWN_ROOT);
    assertThat(refusal(Side.LOW, job.id()).reason()).isEqualTo(Reason.WRONG_DIRECTION);
  }

  @Test
  void referenceThatIsNoId_isRefused() {
    state.put(request.with("code", "the other one"));
    assertThat(refusal(Side.LOW, request.id()).reason()).isEqualTo(Reason.MALFORMED_REFERENCE);
  }

  @Test
  void longChainOfReferences_isPlanned() throws Exception {
    StateObject last = inner;
    for (int i = 0; i < 2_000; i++) {
      last = state.put(Samples.object("code", "c" + i).with("nested", Samples.references(last)));
    }
    assertThat(plan(Side.LOW, last).items()).hasSize(2_001);
  }

  private Batch plan(Side origin, StateObject root) throws BatchRefusedException {
    return BatchPlanner.plan(state, KINDS, origin, root.id()).batch();
  }

  private BatchRefusedException refusal(Side origin, ObjectId root) {
    var refusal =
        catchThrowableOfType(
            BatchRefusedException.class, () -> BatchPlanner.plan(state, KINDS, origin, root));
    assertThat(refusal).isNotNull();
    return refusal;
  }

  private static List<ObjectId> ids(Batch batch) {
    return batch.items().stream().map(BatchItem::object).toList();
  }
}
