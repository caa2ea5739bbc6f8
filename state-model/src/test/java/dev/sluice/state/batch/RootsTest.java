package dev.sluice.state.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.state.StateObject;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.testing.InMemoryState;
import dev.sluice.state.testing.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class RootsTest {
  private static final Kinds KINDS = Kinds.builtIn();
  private final InMemoryState state = new InMemoryState(KINDS);

  private final StateObject ana = state.put(Samples.object("user", "ana"));
  private final StateObject code = state.put(Samples.object("code", "mean"));
  private final StateObject project =
      state.put(Samples.object("project", "study").with("creator", ana.id().text()));
  private final StateObject request =
      state.put(
          Samples.object("request", "mean age")
              .with("code", code.id().text())
              .with("project", project.id().text()));
  private final StateObject job =
      state.put(
          Samples.object("job", "run")
              .with("code", code.id().text())
              .with("request", request.id().text()));
  private final StateObject subJob =
      state.put(Samples.object("job", "sub-run").with("parent", job.id().text()));
  private final StateObject result = state.put(Samples.ofJob("result", "value", subJob));

  @Test
  void changedCode_touchesAllThatCloseOverIt() {
    assertThat(Roots.of(state, KINDS, List.of(code.id())))
        .containsExactlyInAnyOrder(code.id(), request.id(), job.id());
  }

  @Test
  void changedMember_touchesOnlyThoseThatReferToIt() {
    assertThat(Roots.of(state, KINDS, List.of(ana.id()))).containsExactly(project.id());
    assertThat(Roots.of(state, KINDS, List.of(request.id())))
        .containsExactlyInAnyOrder(request.id(), job.id());
  }

  @Test
  void changedChild_touchesTheTopmostParent() {
    assertThat(Roots.of(state, KINDS, List.of(result.id()))).containsExactly(job.id());
    assertThat(Roots.of(state, KINDS, List.of(subJob.id()))).containsExactly(job.id());
  }

  @Test
  void removedObject_touchesItselfAndThoseThatStillReferToIt() {
    state.remove(result.id());
    assertThat(Roots.of(state, KINDS, List.of(result.id()))).containsExactly(result.id());
    state.remove(ana.id());
    assertThat(Roots.of(state, KINDS, List.of(ana.id())))
        .containsExactlyInAnyOrder(ana.id(), project.id());
  }

  @Test
  void orphan_isListedSoThatItIsReported() {
    state.forget(subJob.id());
    assertThat(Roots.of(state, KINDS, List.of(result.id()))).containsExactly(result.id());
  }

  @Test
  void childrenOfEachOther_endTheWalk() {
    state.put(job.with("parent", subJob.id().text()));
    assertThat(Roots.of(state, KINDS, List.of(result.id()))).isEmpty();
  }
}
