package dev.sluice.state.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.Digest;
import dev.sluice.canonical.Json;
import dev.sluice.canonical.NotCanonicalException;
import dev.sluice.state.ObjectId;
import dev.sluice.state.StateObject;
import dev.sluice.state.batch.BatchRefusedException.Reason;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.share.Document;
import dev.sluice.state.testing.InMemoryState;
import dev.sluice.state.testing.Samples;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BatchTest {
  private static final Kinds KINDS = Kinds.builtIn();
  private static final SortedSet<ObjectId> NOTHING = Collections.emptySortedSet();

  private final InMemoryState state = new InMemoryState(KINDS);
  private final StateObject ana = state.put(Samples.object("user", "ana"));
  private final StateObject project =
      state.put(Samples.object("project", "study").with("creator", ana.id().text()));
  private final BatchItem anaItem = BatchItem.of(state.document(ana.id()));
  private final BatchItem projectItem = BatchItem.of(state.document(project.id()));
  private final Batch batch = batch(NOTHING, anaItem, projectItem);

  @Test
  void canonicalForm_isThis() {
    assertThat(CanonicalJson.text(batch.toJson()))
        .isEqualTo(
            "{\"items\":["
                + "{\"document\":\"%s\",\"id\":\"%s\",\"kind\":\"user\",\"op\":\"put\"},"
                    .formatted(anaItem.document(), ana.id())
                + "{\"document\":\"%s\",\"id\":\"%s\",\"kind\":\"project\",\"op\":\"put\"}"
                    .formatted(projectItem.document(), project.id())
                + "],\"kind\":\"project\",\"required\":[],\"root\":\"%s\"}"
                    .formatted(project.id()));
    assertThat(batch.id()).isEqualTo(Digest.of(CanonicalJson.write(batch.toJson())));
  }

  @Test
  void objectNamedTwice_isRefused() {
    assertRefused(batch(NOTHING, projectItem, projectItem), "twice");
    assertRefused(batch(new TreeSet<>(List.of(ana.id())), anaItem, projectItem), "is an item");
  }

  @Test
  void batchWithoutItsRoot_isRefused() {
    assertRefused(batch(NOTHING, anaItem), "lacks the root");
    assertRefused(new Batch(project.id(), "request", List.of(projectItem), NOTHING), "root");
  }

  @Test
  void requiredOutOfOrder_isRefused() {
    List<String> descending =
        List.of(ana.id(), Samples.id("user", "bob")).stream()
            .sorted(Collections.reverseOrder())
            .map(ObjectId::text)
            .toList();
    var fields = new TreeMap<>(batch(NOTHING, projectItem).toJson().fields());
    fields.put("required", Json.texts(descending));
    assertThatThrownBy(() -> Batch.fromJson(new Json.Obj(fields)))
        .hasMessageContaining("ascending");
  }

  @Test
  void batchWithOtherDocuments_isNotWhole() {
    Document ofAna = state.document(ana.id());
    state.put(project.with("name", "another"));
    Document changed = state.document(project.id());
    assertNotWhole(Reason.WRONG_DOCUMENTS, batch, List.of(ofAna, changed));
    assertNotWhole(Reason.WRONG_DOCUMENTS, batch, List.of(ofAna));
  }

  @Test
  void batchThatLeavesOutWhatItNeeds_isNotWhole() {
    Document ofProject = state.document(project.id());
    assertNotWhole(Reason.MISSING_DEPENDENCY, batch(NOTHING, projectItem), List.of(ofProject));
  }

  @Test
  void batchThatAnnouncesWhatItNeeds_isWhole() throws Exception {
    Batch announced = batch(new TreeSet<>(List.of(ana.id())), projectItem);
    var documents = List.of(state.document(project.id()));
    assertThat(WholeBatch.of(announced, documents, KINDS).documents()).isEqualTo(documents);
  }

  private Batch batch(SortedSet<ObjectId> required, BatchItem... items) {
    return new Batch(project.id(), "project", List.of(items), required);
  }

  private static void assertRefused(Batch batch, String why) {
    assertThatThrownBy(() -> Batch.fromJson(batch.toJson()))
        .isInstanceOf(NotCanonicalException.class)
        .hasMessageContaining(why);
  }

  private static void assertNotWhole(Reason reason, Batch batch, List<Document> documents) {
    var refusal =
        catchThrowableOfType(
            BatchRefusedException.class, () -> WholeBatch.of(batch, documents, KINDS));
    assertThat(refusal).isNotNull();
    assertThat(refusal.reason()).isEqualTo(reason);
  }
}
