package dev.sluice.state.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.canonical.Digest;
import dev.sluice.state.StateObject;
import dev.sluice.state.VersionVector;
import dev.sluice.state.kind.Kind;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.share.Document;
import dev.sluice.state.share.SharedForm;
import dev.sluice.state.testing.InMemoryState;
import dev.sluice.state.testing.Samples;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThreeWayTest {
  private static final Kind REQUEST = Kinds.builtIn().kind("request").orElseThrow();
  private static final Kind RESULT = Kinds.builtIn().kind("result").orElseThrow();

  private final InMemoryState here = new InMemoryState(Kinds.builtIn());
  private final StateObject base = Samples.object("request", "mean age");

  @Test
  void whatIsNotHere_isNew() {
    assertThat(status(base)).isEqualTo(Status.NEW);
  }

  @Test
  void removalOfWhatIsNotHere_changesNothing() {
    assertThat(status(base.removed())).isEqualTo(Status.SAME);
  }

  @Test
  void sameContent_isSameWhicheverEditsLedThere() {
    here.put(edited(base, "reason", "x", Samples.LOW));
    assertThat(status(edited(base, "reason", "x", Samples.HIGH))).isEqualTo(Status.SAME);
  }

  @Test
  void versionThatHasSeenAllEdits_isAChange() {
    here.put(base);
    assertThat(status(edited(base, "reason", "x", Samples.HIGH))).isEqualTo(Status.CHANGED);
  }

  @Test
  void olderOrEqualVersion_changesNothing() {
    here.put(edited(base, "reason", "x", Samples.HIGH));
    assertThat(status(base)).isEqualTo(Status.SAME);
    here.put(base.with("reason", "y"));
    assertThat(status(base)).isEqualTo(Status.SAME);
  }

  @Test
  void editsThatHaveNotSeenEachOther_areAConflictOnBothSides() {
    StateObject low = edited(base, "reason", "x", Samples.LOW);
    StateObject high = edited(base, "reason", "y", Samples.HIGH);
    here.put(low);
    assertThat(status(high)).isEqualTo(Status.CONFLICT);
    here.put(high);
    assertThat(status(low)).isEqualTo(Status.CONFLICT);
  }

  @Test
  void otherOwner_isAChange() {
    here.put(base);
    StateObject handedOver =
        new StateObject(
            base.id(),
            base.kind(),
            "bob@example.org",
            base.fields(),
            base.parts(),
            base.vector().editedBy(Samples.LOW),
            base.presence());
    assertThat(status(handedOver)).isEqualTo(Status.CHANGED);
  }

  @Test
  void tombstone_removesWhatItHasSeen() {
    StateObject tombstone = base.removed().withVector(base.vector().editedBy(Samples.LOW));
    here.put(base);
    assertThat(status(tombstone)).isEqualTo(Status.REMOVED);
    here.put(tombstone);
    assertThat(status(tombstone)).isEqualTo(Status.SAME);
    assertThat(status(base)).isEqualTo(Status.SAME);
    here.put(edited(base, "reason", "x", Samples.HIGH));
    assertThat(status(tombstone)).isEqualTo(Status.CONFLICT);
  }

  @Test
  void objectThatComesBack_isNew() {
    here.put(base.removed());
    assertThat(status(edited(base, "reason", "x", Samples.HIGH))).isEqualTo(Status.NEW);
  }

  @Test
  void withheldContent_isNoChange() {
    StateObject job = Samples.object("job", "run");
    StateObject result = Samples.ofJob("result", "value", job);
    here.put(result.withPart("value", Samples.part("41")));
    VersionVector later = result.vector().editedBy(Samples.HIGH);
    assertThat(ThreeWay.status(here, masked(result.withVector(later)), RESULT))
        .isEqualTo(Status.SAME);
  }

  @Test
  void releasedContent_isAChange() {
    StateObject job = Samples.object("job", "run");
    StateObject result = Samples.ofJob("result", "value", job);
    here.put(result);
    StateObject computed =
        result
            .withPart("value", Samples.part("42"))
            .withVector(result.vector().editedBy(Samples.HIGH));
    Map<String, Digest> releases =
        Map.of(SharedForm.partItem("value"), Samples.part("42").digest());
    Document incoming = SharedForm.of(computed, RESULT, releases);
    assertThat(ThreeWay.status(here, incoming, RESULT)).isEqualTo(Status.CHANGED);
    here.put(Merge.apply(result, incoming, RESULT));
    assertThat(ThreeWay.status(here, incoming, RESULT)).isEqualTo(Status.SAME);
  }

  private Status status(StateObject incoming) {
    return ThreeWay.status(here, SharedForm.of(incoming, REQUEST, Map.of()), REQUEST);
  }

  private static Document masked(StateObject result) {
    return SharedForm.of(result, RESULT, Map.of());
  }

  private static StateObject edited(StateObject object, String field, String value, String by) {
    return object.with(field, value).withVector(object.vector().editedBy(by));
  }
}
