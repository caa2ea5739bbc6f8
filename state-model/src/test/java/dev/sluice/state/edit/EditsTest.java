package dev.sluice.state.edit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.canonical.Digest;
import dev.sluice.state.ObjectId;
import dev.sluice.state.PartRef;
import dev.sluice.state.Side;
import dev.sluice.state.StateObject;
import dev.sluice.state.VersionVector;
import dev.sluice.state.audit.AuditEvent;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.share.Document;
import dev.sluice.state.share.SharedForm;
import dev.sluice.state.store.SiteIdentity;
import dev.sluice.state.store.StateStore;
import dev.sluice.state.store.StoreException;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditsTest {
  private static final Kinds KINDS = Kinds.builtIn();
  private static final ObjectId JOB = ObjectId.named("jb", "job");
  private static final ObjectId RESULT = ObjectId.named("rs", "result");
  private static final String VALUE = SharedForm.partItem("value");

  @TempDir Path folder;

  private StateStore store;

  @BeforeEach
  void createSite() throws Exception {
    var site = new SiteIdentity("high-lab", Side.HIGH, "", "a".repeat(32), List.of());
    store = StateStore.create(folder, site, AuditEvent.of("init", "test"), Clock.systemUTC());
    store.<Void, RuntimeException>write(
        AuditEvent.of("setup", "test"),
        transaction -> {
          transaction.addPeer("low-lab", Side.LOW, Digest.ZERO, "b".repeat(32));
          return null;
        });
    edit(edits -> edits.put(StateObject.create(JOB, "job", "curie@example.org").with("name", "j")));
    PartRef value = blob("42");
    edit(edits -> edits.put(result().withPart("value", value)));
  }

  @AfterEach
  void close() throws StoreException {
    store.close();
  }

  @Test
  void editOfPrivateContentAlone_leavesNoTraceThatTravels() throws Exception {
    Document before = shared();
    PartRef other = blob("43");
    edit(edits -> edits.put(kept().withPart("value", other)));
    assertThat(kept().parts().get("value")).isEqualTo(other);
    assertThat(shared()).isEqualTo(before);
  }

  @Test
  void release_isBoundToTheContentThatWasLookedAt() throws Exception {
    Document withheld = shared();
    Digest looked = kept().parts().get("value").digest();
    edit(edits -> edits.release(RESULT, VALUE, looked, "ana", "a sum"));
    Document released = shared();
    assertThat(released.parts()).containsKey("value");
    assertThat(released.vector()).isNotEqualTo(withheld.vector());
    PartRef exchanged = blob("the data themselves");
    edit(edits -> edits.put(kept().withPart("value", exchanged)));
    assertThat(shared().parts()).isEmpty();
  }

  @Test
  void release_endsWithTheOwnerItWasGivenFor() throws Exception {
    Digest looked = kept().parts().get("value").digest();
    edit(edits -> edits.release(RESULT, VALUE, looked, "ana", "a sum"));
    edit(edits -> edits.put(kept().ownedBy("mallory@example.org")));
    assertThat(shared().parts()).isEmpty();
    edit(edits -> edits.put(kept().ownedBy("curie@example.org")));
    assertThat(shared().parts()).isEmpty();
  }

  @Test
  void whatThePeerSentBefore_doesNotReplaceWhatIsNewerHere() throws Exception {
    Document older = shared(JOB);
    edit(edits -> edits.put(kept(JOB).with("name", "newer")));
    edit(edits -> edits.accept("low-lab", older));
    assertThat(kept(JOB).text("name")).hasValue("newer");
  }

  @Test
  void whatAPeerSent_isLookedAtForTheOtherPeersOnly() throws Exception {
    store.<Void, RuntimeException>write(
        AuditEvent.of("setup", "test"),
        transaction -> {
          transaction.addPeer("low-two", Side.LOW, Digest.ZERO, "c".repeat(32));
          return null;
        });
    StateObject project =
        StateObject.create(ObjectId.named("pj", "p"), "project", "curie@example.org")
            .with("name", "p")
            .withVector(VersionVector.NONE.editedBy("b".repeat(32)));
    Document sent = SharedForm.of(project, KINDS.kind("project").orElseThrow(), Map.of());
    edit(edits -> edits.accept("low-lab", sent));
    assertThat(outgoing("low-lab")).doesNotContain(project.id());
    assertThat(outgoing("low-two")).contains(project.id());
  }

  private List<ObjectId> outgoing(String peer) throws StoreException {
    return store.<List<ObjectId>, RuntimeException>read(view -> view.peer(peer).outgoing());
  }

  @Test
  void everyVisibleEdit_putsTheRootOnTheListToExport() throws Exception {
    List<ObjectId> outgoing =
        store.<List<ObjectId>, RuntimeException>read(view -> view.peer("low-lab").outgoing());
    assertThat(outgoing).containsExactly(JOB);
  }

  private static StateObject result() {
    return StateObject.create(RESULT, "result", "curie@example.org").with("job", JOB.text());
  }

  private void edit(Consumer<Edits> change) throws StoreException {
    store.<Void, RuntimeException>write(
        AuditEvent.of("edit", "test"),
        transaction -> {
          change.accept(new Edits(transaction, KINDS));
          return null;
        });
  }

  private PartRef blob(String content) throws Exception {
    return store.blobs().put(new ByteArrayInputStream(content.getBytes(UTF_8)), 1000);
  }

  private StateObject kept() {
    return kept(RESULT);
  }

  private StateObject kept(ObjectId id) {
    try {
      return store.<StateObject, RuntimeException>read(view -> view.find(id).orElseThrow());
    } catch (StoreException e) {
      throw new AssertionError(e);
    }
  }

  private Document shared() throws StoreException {
    return shared(RESULT);
  }

  private Document shared(ObjectId id) throws StoreException {
    return store.<Document, RuntimeException>read(
        view -> {
          StateObject object = view.find(id).orElseThrow();
          return SharedForm.of(object, KINDS.kind(object.kind()).orElseThrow(), view.releases(id));
        });
  }
}
