package dev.sluice.crossing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.bundle.age.AgeSuite;
import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.testing.TestPair;
import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.Digest;
import dev.sluice.canonical.NotCanonicalException;
import dev.sluice.datasite.DatasetDraft;
import dev.sluice.datasite.Datasets;
import dev.sluice.datasite.Messages;
import dev.sluice.datasite.Request;
import dev.sluice.datasite.Requests;
import dev.sluice.datasite.Submission;
import dev.sluice.datasite.Users;
import dev.sluice.importer.apply.ApplyPlan;
import dev.sluice.importer.receive.ImportRefusedException;
import dev.sluice.state.ObjectId;
import dev.sluice.state.PartRef;
import dev.sluice.state.Side;
import dev.sluice.state.StateObject;
import dev.sluice.state.VersionVector;
import dev.sluice.state.audit.AuditEvent;
import dev.sluice.state.batch.BatchPlanner;
import dev.sluice.state.batch.WholeBatch;
import dev.sluice.state.diff.Status;
import dev.sluice.state.feed.Chain;
import dev.sluice.state.kind.Reference;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.share.Document;
import dev.sluice.state.store.FeedLine;
import dev.sluice.state.store.ObjectFilter;
import dev.sluice.state.store.PeerTransaction;
import dev.sluice.state.store.StoreTransaction;
import dev.sluice.state.store.Verdict;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A low side that holds its real keys and seals what the program never would. */
class HostilePeerTest {
  private static final String CURIE = "curie@example.org";
  private static final String PRIVATE = "[1,2,3] private";

  @TempDir Path folder;

  private Site low;
  private Site high;
  private Request request;

  @BeforeEach
  void requestThatBothSidesHave() throws Exception {
    TestPair pair = TestPair.create(AgeSuite.X25519);
    low = Site.create(pair, Direction.LOW_TO_HIGH, folder.resolve("low"));
    high = Site.create(pair, Direction.HIGH_TO_LOW, folder.resolve("high"));
    new Users(low.datasite()).add(CURIE, "Marie Curie", "");
    Path mock = Files.writeString(folder.resolve("mock.json"), "[4,5,6]");
    Path real = Files.writeString(folder.resolve("real.json"), PRIVATE);
    new Datasets(low.datasite())
        .add(new DatasetDraft("numbers", "", "owner@example.org", mock, Optional.empty()));
    new Datasets(high.datasite())
        .add(new DatasetDraft("numbers", "", "owner@example.org", mock, Optional.of(real)));
    Path code = Files.writeString(folder.resolve("sum.py"), "def total(data):\n    return 6\n");
    request =
        new Requests(low.datasite())
            .submit(
                new Submission(
                    "total", code, "numbers", "Research", Optional.empty(), CURIE, List.of()));
    high.importFrom(low.exportTo(folder.resolve("first")));
    high.decide(high.staged().listed(), batch -> true, Verdict.APPROVE);
    high.apply();
    low.importFrom(high.exportTo(folder.resolve("back")));
  }

  @AfterEach
  void close() throws Exception {
    low.close();
    high.close();
  }

  @Test
  void otherContentUnderAnUnchangedVersion_neverReplacesWhatIsHere() throws Exception {
    StateObject code = code(low);
    PartRef evil = blob(low, "import os\n");
    seal(withSource(code, code.vector(), evil));
    high.importFrom(low.exportTo(folder.resolve("forged")));
    high.apply();
    assertThat(code(high).parts().get("source")).isEqualTo(code.parts().get("source"));
    high.decide(high.staged().listed(), batch -> true, Verdict.APPROVE);
    high.apply();
    assertThat(code(high).parts().get("source")).isEqualTo(code.parts().get("source"));
  }

  @Test
  void editsOfThisSiteThatItNeverMade_areRefused() throws Exception {
    String own = high.store().<String, RuntimeException>read(v -> v.site().incarnation());
    StateObject code = code(low);
    var counts = new TreeMap<>(code.vector().counts());
    counts.put(own, 1000L);
    seal(withSource(code, new VersionVector(counts), code.parts().get("source")));
    assertRefused("never made");
  }

  @Test
  void privateContentNamedByItsDigest_isRefusedLikeContentThatIsNowhere() throws Exception {
    for (String guess : List.of(PRIVATE, "a wrong guess")) {
      PartRef part = blob(low, guess);
      pretendThatHighHolds(part);
      StateObject code = code(low);
      seal(withSource(code, code.vector().editedBy("0".repeat(32)), part));
      assertRefused("neither sent nor here");
    }
  }

  @Test
  void concurrentVersionsOfOneObject_areNotAppliedTogether() throws Exception {
    StateObject code = code(low);
    seal(code.id(), withSource(code, code.vector().editedBy("0".repeat(32)), blob(low, "one\n")));
    StateObject other =
        withSource(code, code.vector().editedBy("1".repeat(32)), blob(low, "two\n"));
    forge(transaction -> transaction.put(other, references(other)));
    high.importFrom(low.exportTo(folder.resolve("forged")));
    high.decide(high.staged().listed(), batch -> true, Verdict.APPROVE);
    ApplyPlan plan = high.plan();
    assertThat(plan.lots().applied())
        .extracting(batch -> batch.listed().root())
        .contains(code.id());
    assertThat(plan.lots().conflicting())
        .extracting(batch -> batch.listed().root())
        .containsExactly(request.id());
    high.apply();
    assertThat(high.staged().listed()).extracting(ListedBatch::status).contains(Status.CONFLICT);
  }

  @Test
  void reasonOfALaterDecision_doesNotTravelWithAnEarlierRejection() throws Exception {
    Path code = Files.writeString(folder.resolve("copy.py"), "def copy(data):\n    return data\n");
    Request second =
        new Requests(low.datasite())
            .submit(
                new Submission(
                    "copy", code, "numbers", "Research", Optional.empty(), CURIE, List.of()));
    high.importFrom(low.exportTo(folder.resolve("second")));
    high.decide(high.staged().listed(), b -> b.root().equals(second.id()), Verdict.REJECT);
    high.apply();
    new Requests(low.datasite()).withdraw(second.id());
    high.importFrom(low.exportTo(folder.resolve("withdrawn")));
    high.decide(
        high.staged().listed(), b -> b.root().equals(second.id()), Verdict.IGNORE, "suspect");
    low.importFrom(high.exportTo(folder.resolve("answer")));
    assertThat(new Messages(low.datasite()).list(Optional.of(CURIE)).toString())
        .contains("because")
        .doesNotContain("suspect");
  }

  private void assertRefused(String why) throws Exception {
    var before = high.store().digest();
    var bundle = low.exportTo(folder.resolve("forged-" + System.nanoTime()));
    assertThatThrownBy(() -> high.importFrom(bundle))
        .isInstanceOf(ImportRefusedException.class)
        .hasMessageContaining(why);
    assertThat(high.store().digest()).isEqualTo(before);
  }

  private static StateObject code(Site site) throws Exception {
    return site.store()
        .<StateObject, RuntimeException>read(
            view -> view.objects(ObjectFilter.LIVE.ofKind("code")).findFirst().orElseThrow());
  }

  private static StateObject withSource(StateObject code, VersionVector vector, PartRef source) {
    return code.withPart("source", source).withVector(vector);
  }

  private static PartRef blob(Site site, String content) throws Exception {
    return site.store().blobs().put(new ByteArrayInputStream(content.getBytes(UTF_8)), 1 << 20);
  }

  private void pretendThatHighHolds(PartRef part) throws Exception {
    forge(
        transaction -> {
          transaction.peer(low.peer()).addBlob(part.digest());
        });
  }

  /** Puts an object into low's state and its request's batch into the feed, without asking. */
  private void seal(StateObject forged) throws Exception {
    seal(request.id(), forged);
  }

  private void seal(ObjectId root, StateObject forged) throws Exception {
    forge(transaction -> transaction.put(forged, references(forged)));
    forge(
        transaction -> {
          WholeBatch whole = BatchPlanner.plan(transaction, Site.KINDS, Side.LOW, root);
          for (Document document : whole.documents()) {
            transaction.putDocument(document.bytes(), Set.copyOf(document.parts().values()));
          }
          byte[] batch = CanonicalJson.write(whole.batch().toJson());
          Digest digest = transaction.putDocument(batch, Set.of());
          PeerTransaction known = transaction.peer(low.peer());
          long head = known.feedHead();
          Digest chain = Chain.next(known.chainAt(head).orElseThrow(), whole.batch().id());
          known.append(new FeedLine(head + 1, root, digest, chain));
        });
  }

  private static Set<ObjectId> references(StateObject object) throws NotCanonicalException {
    return Reference.of(object.fields(), Site.KINDS.kind(object.kind()).orElseThrow()).stream()
        .map(Reference::target)
        .collect(Collectors.toSet());
  }

  private interface Forgery {
    void on(StoreTransaction transaction) throws Exception;
  }

  private void forge(Forgery forgery) throws Exception {
    low.store()
        .<Void, Exception>write(
            AuditEvent.of("forge", "mallory"),
            transaction -> {
              forgery.on(transaction);
              return null;
            });
  }
}
