package dev.sluice.state.diff;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.canonical.Digest;
import dev.sluice.canonical.Json;
import dev.sluice.state.ObjectId;
import dev.sluice.state.PartRef;
import dev.sluice.state.Side;
import dev.sluice.state.StateObject;
import dev.sluice.state.batch.BatchPlanner;
import dev.sluice.state.diff.FieldDiff.ItemDiff;
import dev.sluice.state.diff.LineDiff.Extent;
import dev.sluice.state.diff.LineDiff.Mark;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.share.Document;
import dev.sluice.state.testing.InMemoryState;
import dev.sluice.state.testing.Samples;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final Kinds KINDS = Kinds.builtIn();

  private final InMemoryState here = new InMemoryState(KINDS);
  private final InMemoryState there = new InMemoryState(KINDS);
  private final Map<ObjectId, Document> agreed = new HashMap<>();
  private final Map<Digest, byte[]> blobs = new HashMap<>();

  private final StateObject code =
      there.put(Samples.object("code", "mean").withPart("source", blob("import x\nmean(x)\n")));
  private final StateObject request =
      there.put(
          Samples.object("request", "mean age")
              .with("code", code.id().text())
              .with("tags", Json.texts(List.of("age", "mean"))));

  @Test
  void newBatch_showsAllThatComes() throws Exception {
    BatchDiff diff = diff();
    assertThat(diff.status()).isEqualTo(Status.NEW);
    assertThat(diff.changes()).isEqualTo(2);
    PartDiff source = diff.objects().get(0).parts().get(0);
    assertThat(source.before()).isEmpty();
    assertThat(source.lines().hunks().get(0).lines())
        .hasSize(3)
        .allMatch(line -> line.mark() == Mark.ADDED);
  }

  @Test
  void unchangedBatch_isSameAndCountsNothing() throws Exception {
    here.put(code);
    here.put(request);
    BatchDiff diff = diff();
    assertThat(diff.status()).isEqualTo(Status.SAME);
    assertThat(diff.changes()).isZero();
    assertThat(diff.counts()).containsEntry(Status.SAME, 2).containsEntry(Status.NEW, 0);
    assertThat(diff.objects()).allMatch(object -> object.fields().isEmpty());
  }

  @Test
  void changedMember_changesTheBatchAndCountsAlone() throws Exception {
    here.put(code);
    here.put(request);
    there.put(
        code.withPart("source", blob("import x\nmedian(x)\n"))
            .withVector(code.vector().editedBy(Samples.LOW)));
    BatchDiff diff = diff();
    assertThat(diff.status()).isEqualTo(Status.CHANGED);
    assertThat(diff.changes()).isEqualTo(1);
    PartDiff source = diff.objects().get(0).parts().get(0);
    assertThat(source.lines().hunks().get(0).lines())
        .extracting(LineDiff.Line::text)
        .containsExactly("import x", "mean(x)", "median(x)", "");
  }

  @Test
  void changedList_isShownPlaceByPlace() throws Exception {
    here.put(code);
    here.put(request);
    there.put(
        request
            .with("tags", Json.texts(List.of("age", "median", "2026")))
            .withVector(request.vector().editedBy(Samples.LOW)));
    FieldDiff tags = diff().objects().get(1).fields().get(0);
    assertThat(tags.name()).isEqualTo("tags");
    assertThat(tags.items())
        .containsExactly(
            new ItemDiff(1, text("mean"), text("median")),
            new ItemDiff(2, Optional.empty(), text("2026")));
  }

  @Test
  void conflict_showsTheAgreedVersionBetweenBoth() throws Exception {
    here.put(code);
    here.put(edited(request.with("purpose", "here"), Samples.HIGH));
    there.put(edited(request.with("purpose", "there"), Samples.LOW));
    agreed.put(request.id(), documentOf(request.with("purpose", "once")));
    BatchDiff diff = diff();
    assertThat(diff.status()).isEqualTo(Status.CONFLICT);
    assertThat(diff.objects().get(1).fields())
        .containsExactly(new FieldDiff("purpose", text("here"), text("there"), text("once")));
  }

  @Test
  void conflictOfAMember_makesTheBatchAConflict() throws Exception {
    here.put(request);
    here.put(edited(code.with("entry", "a"), Samples.HIGH));
    there.put(edited(code.with("entry", "b"), Samples.LOW));
    assertThat(diff().status()).isEqualTo(Status.CONFLICT);
  }

  @Test
  void newOwner_isNamedBesideTheFormerOne() throws Exception {
    here.put(code);
    here.put(
        new StateObject(
            request.id(),
            "request",
            "bob@example.org",
            request.fields(),
            request.parts(),
            request.vector(),
            request.presence()));
    there.put(edited(request, Samples.LOW));
    ObjectDiff diff = diff().objects().get(1);
    assertThat(diff.status()).isEqualTo(Status.CHANGED);
    assertThat(diff.owner()).isEqualTo("ana@example.org");
    assertThat(diff.formerOwner()).contains("bob@example.org");
    assertThat(diff.fields()).isEmpty();
  }

  @Test
  void removal_showsWhatGoes() throws Exception {
    here.put(code);
    here.put(request);
    there.put(edited(request, Samples.LOW));
    there.remove(request.id());
    BatchDiff diff = diff();
    assertThat(diff.status()).isEqualTo(Status.REMOVED);
    assertThat(diff.objects().get(0).fields())
        .extracting(FieldDiff::name)
        .containsExactly("code", "name", "tags");
    assertThat(diff.objects().get(0).fields()).allMatch(field -> field.after().isEmpty());
  }

  @Test
  void partThatCannotBeCompared_saysWhy() throws Exception {
    blobs.clear();
    assertThat(diff().objects().get(0).parts().get(0).lines().extent()).isEqualTo(Extent.NOT_HERE);
    there.put(code.withPart("source", new PartRef(Digest.ZERO, LineDiff.MOST_BYTES + 1L)));
    assertThat(diff().objects().get(0).parts().get(0).lines().extent()).isEqualTo(Extent.TOO_LONG);
  }

  private BatchDiff diff() throws Exception {
    var comparison =
        new Comparison(
            here,
            KINDS,
            id -> Optional.ofNullable(agreed.get(id)),
            part -> Optional.ofNullable(blobs.get(part.digest())));
    return comparison.of(BatchPlanner.plan(there, KINDS, Side.LOW, request.id()));
  }

  private PartRef blob(String text) {
    PartRef part = Samples.part(text);
    blobs.put(part.digest(), text.getBytes(UTF_8));
    return part;
  }

  private static Document documentOf(StateObject object) {
    var state = new InMemoryState(KINDS);
    state.put(object);
    return state.document(object.id());
  }

  private static StateObject edited(StateObject object, String by) {
    return object.withVector(object.vector().editedBy(by));
  }

  private static Optional<Json> text(String value) {
    return Optional.of(Json.text(value));
  }
}
