package dev.sluice.state.diff;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.canonical.Json;
import dev.sluice.state.ObjectId;
import dev.sluice.state.StateObject;
import dev.sluice.state.VersionVector;
import dev.sluice.state.VersionVector.Order;
import dev.sluice.state.kind.Kind;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.share.Document;
import dev.sluice.state.share.SharedForm;
import dev.sluice.state.testing.InMemoryState;
import dev.sluice.state.testing.RandomState;
import dev.sluice.state.testing.Samples;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MergeTest {
  private static final Kind JOB = Kinds.builtIn().kind("job").orElseThrow();
  private final StateObject job = Samples.object("job", "run").with("status", "queued");

  @Test
  void sharedItems_becomeExactlyTheIncomingOnes() {
    StateObject incoming = Samples.object("job", "run").with("request", "rq-" + "0".repeat(32));
    StateObject merged = Merge.apply(job, masked(incoming), JOB);
    assertThat(merged.fields()).containsOnlyKeys("name", "request");
  }

  @Test
  void privateItems_areKeptIfWithheldAndReplacedIfReleased() {
    StateObject failed = job.with("error", "disk full");
    assertThat(Merge.apply(failed, masked(job), JOB).text("error")).contains("disk full");
    Document released =
        SharedForm.of(
            job.with("error", "out of memory"),
            JOB,
            Map.of(
                SharedForm.fieldItem("error"), SharedForm.fieldDigest(Json.text("out of memory"))));
    assertThat(Merge.apply(failed, released, JOB).text("error")).contains("out of memory");
  }

  @Test
  void localItems_areKept() {
    StateObject timed = job.with("isolation", "container");
    assertThat(Merge.apply(timed, masked(job), JOB).text("isolation")).contains("container");
  }

  @Test
  void localItemThatCame_isNotTakenOver() throws Exception {
    String json = new String(masked(job).bytes(), UTF_8);
    String forged = json.replace("\"fields\":{", "\"fields\":{\"isolation\":\"none\",");
    Document incoming = Document.parse(forged.getBytes(UTF_8));
    assertThat(incoming.fields()).containsKey("isolation");
    StateObject timed = job.with("isolation", "container");
    assertThat(Merge.apply(timed, incoming, JOB).text("isolation")).contains("container");
    assertThat(Merge.apply(job, incoming, JOB).text("isolation")).isEmpty();
  }

  @Test
  void tombstone_takesEverythingAndKeepsTheHistoryOfBoth() {
    StateObject here = job.with("error", "x").withVector(job.vector().editedBy(Samples.HIGH));
    StateObject there = job.removed().withVector(job.vector().editedBy(Samples.LOW));
    StateObject merged = Merge.apply(here, masked(there), JOB);
    assertThat(merged.isRemoved()).isTrue();
    assertThat(merged.fields()).isEmpty();
    assertThat(merged.vector()).isEqualTo(here.vector().join(there.vector()));
  }

  @Test
  void twoObjects_areNotMerged() {
    assertThatThrownBy(() -> Merge.apply(Samples.object("job", "other"), masked(job), JOB))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void mergedObject_saysWhatCameAndHasSeenBoth() {
    InMemoryState there = RandomState.of(300, new Random(11));
    InMemoryState here = new InMemoryState(Kinds.builtIn());
    var random = new Random(12);
    for (ObjectId id : there.ids()) {
      Document incoming = there.document(id);
      Kind kind = Kinds.builtIn().kind(incoming.kind()).orElseThrow();
      StateObject local = disturbed(there.find(id).orElseThrow(), random);
      StateObject merged = here.put(Merge.apply(local, incoming, kind));
      assertThat(SharedForm.of(merged, kind, Map.of()).sameContentAs(incoming)).isTrue();
      assertThat(merged.vector().compareWith(incoming.vector())).isIn(Order.AFTER, Order.EQUAL);
      assertThat(merged.vector().compareWith(local.vector())).isIn(Order.AFTER, Order.EQUAL);
      assertThat(ThreeWay.status(here, incoming, kind)).isEqualTo(Status.SAME);
    }
  }

  /** Another version of {@code object}: some items gone, some changed, edited elsewhere. */
  private static StateObject disturbed(StateObject object, Random random) {
    StateObject other =
        StateObject.create(object.id(), object.kind(), object.owner())
            .withVector(VersionVector.NONE.editedBy(Samples.HIGH));
    for (var field : object.fields().entrySet()) {
      if (random.nextBoolean()) {
        other = other.with(field.getKey(), field.getValue());
      }
    }
    for (String part : object.parts().keySet()) {
      other = other.withPart(part, Samples.part("old " + random.nextInt(3)));
    }
    return other;
  }

  private static Document masked(StateObject object) {
    return SharedForm.of(object, JOB, Map.of());
  }
}
