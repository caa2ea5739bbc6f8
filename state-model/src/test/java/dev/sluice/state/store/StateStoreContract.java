package dev.sluice.state.store;

import static dev.sluice.state.store.Samples.CHANGED;
import static dev.sluice.state.store.Samples.INCARNATION;
import static dev.sluice.state.store.Samples.id;
import static dev.sluice.state.store.Samples.project;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.canonical.Digest;
import dev.sluice.canonical.Json;
import dev.sluice.state.ObjectId;
import dev.sluice.state.PartRef;
import dev.sluice.state.Side;
import dev.sluice.state.StateObject;
import dev.sluice.state.VersionVector;
import dev.sluice.state.audit.AuditEvent;
import dev.sluice.state.audit.AuditFilter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store promises, whatever it keeps the state in. */
abstract class StateStoreContract {
  private static final Digest PAIRING = Digest.of("pairing".getBytes(UTF_8));
  private static final Digest CHAIN = Digest.of("chain".getBytes(UTF_8));
  private static final ObjectId ROOT = id("root");

  private StateStore store;

  /** A store of a new site. */
  abstract StateStore create() throws StoreException;

  /** The same store, closed before. */
  abstract StateStore reopen() throws StoreException;

  @BeforeEach
  void createStore() throws StoreException {
    store = create();
  }

  @AfterEach
  void closeStore() throws StoreException {
    store.close();
  }

  private void change(StoreTransaction.Writer<Object, RuntimeException> writer)
      throws StoreException {
    store.write(CHANGED, writer);
  }

  private void put(StateObject object, ObjectId... references) throws StoreException {
    change(
        tx -> {
          tx.put(object, Set.of(references));
          return object;
        });
  }

  private PartRef blob(String content) throws IOException, StoreException, BlobRefusedException {
    return store.blobs().put(new ByteArrayInputStream(content.getBytes(UTF_8)), 100);
  }

  @Test
  void objectIsThereAfterReopening() throws Exception {
    var object =
        project("alpha")
            .with("tags", Json.texts(List.of("a", "b")))
            .withPart("paper", blob("paper"))
            .withVector(VersionVector.NONE.editedBy(INCARNATION));
    put(object);
    store.close();
    store = reopen();
    assertThat(store.<Object, RuntimeException>read(view -> view.find(object.id()).orElseThrow()))
        .isEqualTo(object);
    assertThat(store.<SiteIdentity, RuntimeException>read(StoreView::site))
        .isEqualTo(Samples.site());
  }

  @Test
  void failedWriteChangesNothing() throws StoreException {
    StateDigest before = store.digest();
    assertThatThrownBy(
            () ->
                store.write(
                    CHANGED,
                    tx -> {
                      tx.put(project("alpha"), Set.of());
                      throw new IOException("stop");
                    }))
        .isInstanceOf(IOException.class);
    assertThat(store.digest()).isEqualTo(before);
    put(project("alpha"));
    assertThat(store.digest().content()).isNotEqualTo(before.content());
    assertThat(store.digest().audit()).isNotEqualTo(before.audit());
  }

  @Test
  void writeWithoutChange_isInTheLogOnly() throws StoreException {
    StateDigest before = store.digest();
    change(tx -> "nothing");
    assertThat(store.digest().content()).isEqualTo(before.content());
    assertThat(store.digest().audit()).isNotEqualTo(before.audit());
  }

  @Test
  void writeInsideWrite_isRefused() {
    assertThatThrownBy(
            () ->
                change(
                    tx -> {
                      try {
                        put(project("inner"));
                      } catch (StoreException e) {
                        throw new AssertionError(e);
                      }
                      return tx;
                    }))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void transactionUsedAfterItsEnd_isRefused() throws StoreException {
    var kept = new AtomicReference<StoreTransaction>();
    change(
        tx -> {
          kept.set(tx);
          return tx;
        });
    assertThatThrownBy(() -> kept.get().put(project("late"), Set.of()))
        .isInstanceOf(IllegalStateException.class);
    var view = store.<StoreView, RuntimeException>read(seen -> seen);
    assertThatThrownBy(() -> view.find(ROOT)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void readerSeesOneMoment() throws StoreException {
    put(project("alpha"));
    List<Boolean> seen =
        store.<List<Boolean>, StoreException>read(
            view -> {
              boolean before = view.find(id("beta")).isPresent();
              put(project("beta"));
              return List.of(before, view.find(id("beta")).isPresent());
            });
    assertThat(seen).containsExactly(false, false);
  }

  @Test
  void viewOfAReadRefusesToBeUsedForWriting() {
    assertThatThrownBy(
            () ->
                store.read(
                    view -> {
                      view.tables.objects().put(project("sly"), Set.of(), 1);
                      return view;
                    }))
        .isInstanceOfAny(StoreException.class, IllegalStateException.class);
  }

  @Test
  void tenThousandObjectsAreListedInOrder() throws StoreException {
    change(
        tx -> {
          for (int i = 0; i < 10_000; i++) {
            tx.put(project("p" + i), Set.of());
          }
          return tx;
        });
    List<ObjectId> listed =
        store.<List<ObjectId>, RuntimeException>read(
            view -> view.objects(ObjectFilter.LIVE).map(StateObject::id).toList());
    assertThat(listed).hasSize(10_000).isSorted().doesNotHaveDuplicates();
    List<ObjectId> changed =
        store.<List<ObjectId>, RuntimeException>read(view -> view.changedSince(1).toList());
    assertThat(changed).containsExactlyElementsOf(listed);
  }

  @Test
  void objectsAreFilteredByKindOwnerAndPresence() throws StoreException {
    var other = StateObject.create(ObjectId.named("us", "bo"), "user", "bo@low.example");
    put(project("alpha"));
    put(other);
    put(project("gone").removed());
    store.<Object, RuntimeException>read(
        view -> {
          assertThat(view.objects(ObjectFilter.LIVE)).hasSize(2);
          assertThat(view.objects(ObjectFilter.ALL)).hasSize(3);
          assertThat(view.objects(ObjectFilter.LIVE.ofKind("user"))).containsExactly(other);
          assertThat(view.objects(ObjectFilter.LIVE.ownedBy("bo@low.example")))
              .containsExactly(other);
          assertThat(view.objects(ObjectFilter.LIVE.ofKind("user").ownedBy("x"))).isEmpty();
          return view;
        });
  }

  @Test
  void shortIdFindsItsObject() throws StoreException {
    put(project("alpha"));
    String whole = id("alpha").text();
    store.<Object, RuntimeException>read(
        view -> {
          assertThat(view.idsStartingWith(whole.substring(0, 7), 2)).containsExactly(id("alpha"));
          assertThat(view.idsStartingWith("pj-%", 2)).isEmpty();
          assertThat(view.idsStartingWith(whole, 2)).containsExactly(id("alpha"));
          return view;
        });
  }

  @Test
  void referencesFollowTheNewestLiveVersion() throws StoreException {
    put(project("alpha"), id("x"), id("y"));
    put(project("alpha"), id("y"));
    put(project("beta"), id("y"));
    assertThat(referencing("x")).isEmpty();
    assertThat(referencing("y")).containsExactlyInAnyOrder(id("alpha"), id("beta"));
    put(project("beta").removed(), id("y"));
    assertThat(referencing("y")).containsExactly(id("alpha"));
  }

  private Set<ObjectId> referencing(String target) throws StoreException {
    return store.<Set<ObjectId>, RuntimeException>read(view -> view.referencing(id(target)));
  }

  @Test
  void releaseIsTakenBackByWithdrawing() throws StoreException {
    put(project("alpha"));
    change(
        tx -> {
          tx.release(id("alpha"), "part:value", CHAIN, "ana@high.example", "agreed");
          tx.release(id("alpha"), "field:error", PAIRING, "ana@high.example", "");
          return tx;
        });
    change(
        tx -> {
          assertThat(tx.releases(id("alpha"))).containsOnlyKeys("part:value", "field:error");
          tx.withdraw(id("alpha"), "field:error");
          return tx;
        });
    List<Release> left =
        store.<List<Release>, RuntimeException>read(view -> view.released(id("alpha")));
    assertThat(left)
        .containsExactly(
            new Release(
                "part:value", CHAIN, "ana@high.example", "agreed", Samples.CLOCK.instant(), 3));
  }

  @Test
  void feedGrowsWithoutGapAndIsReadInRanges() throws StoreException {
    addPeer();
    change(
        tx -> {
          Digest batch = tx.putDocument("{}".getBytes(UTF_8), Set.of());
          for (long i = 1; i <= 600; i++) {
            tx.peer("low-lab").append(new FeedLine(i, ROOT, batch, Digest.of(new byte[(int) i])));
          }
          return tx;
        });
    assertThatThrownBy(
            () ->
                change(
                    tx -> {
                      Digest batch = tx.putDocument("{}".getBytes(UTF_8), Set.of());
                      tx.peer("low-lab").append(new FeedLine(602, ROOT, batch, CHAIN));
                      return tx;
                    }))
        .isInstanceOf(IllegalStateException.class);
    store.<Object, RuntimeException>read(
        view -> {
          PeerView peer = view.peer("low-lab");
          assertThat(peer.feedHead()).isEqualTo(600);
          assertThat(peer.feed(10, 600)).hasSize(590);
          assertThat(peer.feed(10, 12).map(FeedLine::position)).containsExactly(11L, 12L);
          assertThat(peer.chainAt(0)).contains(Digest.ZERO);
          assertThat(peer.chainAt(600)).contains(Digest.of(new byte[600]));
          assertThat(peer.chainAt(601)).isEmpty();
          return view;
        });
  }

  private void addPeer() throws StoreException {
    change(tx -> tx.addPeer("low-lab", Side.LOW, PAIRING, INCARNATION));
  }

  @Test
  void feedEntryWithoutItsDocument_isRefused() throws StoreException {
    addPeer();
    assertThatThrownBy(
            () ->
                change(
                    tx -> {
                      tx.peer("low-lab").append(new FeedLine(1, ROOT, CHAIN, CHAIN));
                      return tx;
                    }))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void acknowledgementNeverPassesTheFeedNorGoesBack() throws StoreException {
    addPeer();
    change(
        tx -> {
          Digest batch = tx.putDocument("{}".getBytes(UTF_8), Set.of());
          tx.peer("low-lab").append(new FeedLine(1, ROOT, batch, CHAIN));
          tx.peer("low-lab").append(new FeedLine(2, ROOT, batch, PAIRING));
          tx.peer("low-lab").acknowledge(1);
          return tx;
        });
    for (long wrong : new long[] {0, 3}) {
      assertThatThrownBy(
              () ->
                  change(
                      tx -> {
                        tx.peer("low-lab").acknowledge(wrong);
                        return tx;
                      }))
          .isInstanceOf(IllegalStateException.class);
    }
    assertThat(peer().ackedPosition()).isEqualTo(1);
  }

  private Peer peer() throws StoreException {
    return store.<Peer, RuntimeException>read(view -> view.peer("low-lab").record());
  }

  @Test
  void bundleNumbersOnlyRise() throws StoreException {
    addPeer();
    var numbers = new ArrayList<Long>();
    change(tx -> numbers.add(tx.peer("low-lab").reserveBundleNumber()));
    change(tx -> numbers.add(tx.peer("low-lab").reserveBundleNumber()));
    assertThat(numbers).containsExactly(1L, 2L);
    change(
        tx -> {
          tx.peer("low-lab").heard(7, INCARNATION, List.of("f".repeat(32)));
          return tx;
        });
    assertThatThrownBy(
            () ->
                change(
                    tx -> {
                      tx.peer("low-lab").heard(7, INCARNATION, List.of());
                      return tx;
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(peer().lastBundleIn()).isEqualTo(7);
    assertThat(peer().incarnation()).isEqualTo(INCARNATION);
    assertThat(peer().lineage()).containsExactly("f".repeat(32));
    assertThat(peer().heardAt()).contains(Samples.CLOCK.instant());
  }

  @Test
  void custodyMovesWithTheStagedBatchAndStatesTakeAllowedStepsOnly() throws StoreException {
    addPeer();
    change(
        tx -> {
          Digest batch = tx.putDocument("{}".getBytes(UTF_8), Set.of());
          tx.peer("low-lab").stage(new FeedLine(1, ROOT, batch, CHAIN));
          tx.peer("low-lab").setInboxState(1, InboxState.HELD);
          tx.peer("low-lab").setInboxState(1, InboxState.APPLIED);
          return tx;
        });
    assertThat(peer().inPosition()).isEqualTo(1);
    assertThat(peer().inChain()).isEqualTo(CHAIN);
    for (InboxState next : InboxState.values()) {
      assertThatThrownBy(
              () ->
                  change(
                      tx -> {
                        tx.peer("low-lab").setInboxState(1, next);
                        return tx;
                      }))
          .isInstanceOf(IllegalStateException.class);
    }
    store.<Object, RuntimeException>read(
        view -> {
          assertThat(view.peer("low-lab").inbox(InboxState.APPLIED)).hasSize(1);
          assertThat(view.peer("low-lab").inbox(InboxState.STAGED)).isEmpty();
          assertThat(view.peer("low-lab").inboxChangedSince(2)).hasSize(1);
          assertThat(view.peer("low-lab").inboxChangedSince(3)).isEmpty();
          return view;
        });
  }

  @Test
  void whatIsRememberedAboutAPeerIsThere() throws StoreException {
    addPeer();
    change(
        tx -> {
          PeerTransaction peer = tx.peer("low-lab");
          peer.addOutgoing(ROOT);
          peer.addOutgoing(id("done"));
          peer.removeOutgoing(id("done"));
          peer.setSent(ROOT, CHAIN);
          peer.setAgreed(ROOT, "{\"a\":1}".getBytes(UTF_8));
          peer.addBlob(PAIRING);
          return tx;
        });
    store.<Object, RuntimeException>read(
        view -> {
          PeerView peer = view.peer("low-lab");
          assertThat(peer.outgoing()).containsExactly(ROOT);
          assertThat(peer.sent(ROOT)).contains(CHAIN);
          assertThat(new String(peer.agreed(ROOT).orElseThrow(), UTF_8)).isEqualTo("{\"a\":1}");
          assertThat(peer.agreedAt(ROOT)).contains(Samples.CLOCK.instant());
          assertThat(peer.agreedAt(id("done"))).isEmpty();
          assertThat(peer.holdsBlob(PAIRING)).isTrue();
          assertThat(peer.holdsBlob(CHAIN)).isFalse();
          return view;
        });
  }

  @Test
  void newestDecisionCountsAndHistoryStays() throws StoreException {
    addPeer();
    Decision skip = decision(Verdict.SKIP);
    Decision approve = decision(Verdict.APPROVE);
    for (Decision decision : List.of(skip, approve)) {
      change(
          tx -> {
            tx.peer("low-lab").decide(decision);
            return tx;
          });
    }
    store.<Object, RuntimeException>read(
        view -> {
          PeerView peer = view.peer("low-lab");
          assertThat(peer.decision(Direction.IN, ROOT)).contains(approve);
          assertThat(peer.decision(Direction.OUT, ROOT)).isEmpty();
          assertThat(peer.decisions(Direction.IN)).containsExactly(approve);
          assertThat(peer.decisionHistory(Direction.IN, ROOT)).containsExactly(skip, approve);
          return view;
        });
  }

  private static Decision decision(Verdict verdict) {
    return new Decision(
        Direction.IN,
        ROOT,
        CHAIN,
        verdict,
        "ana@high.example",
        "",
        "",
        Samples.CLOCK.instant(),
        verdict == Verdict.APPROVE
            ? Optional.of(new Resolution(Take.MINE, CHAIN))
            : Optional.empty(),
        "");
  }

  @Test
  void bundleLedgerKeepsEveryStep() throws StoreException {
    addPeer();
    List<BundleEntry> steps =
        Stream.of(BundleNote.SEALED, BundleNote.WRITTEN, BundleNote.READ_BACK)
            .map(
                note ->
                    new BundleEntry(
                        Direction.OUT,
                        CHAIN,
                        "low-lab",
                        1,
                        0,
                        2,
                        99,
                        Samples.CLOCK.instant(),
                        note))
            .toList();
    change(
        tx -> {
          steps.forEach(tx::note);
          return tx;
        });
    store.<Object, RuntimeException>read(
        view -> {
          assertThat(view.bundle(CHAIN)).isEqualTo(steps);
          assertThat(view.peer("low-lab").newestBundles(1)).containsExactly(steps.get(2));
          return view;
        });
  }

  @Test
  void objectWhoseBlobIsNotThere_isRefused() {
    var missing = new PartRef(Digest.of("missing".getBytes(UTF_8)), 7);
    assertThatThrownBy(() -> put(project("alpha").withPart("paper", missing)))
        .isInstanceOfSatisfying(
            StoreException.class,
            e -> assertThat(e.reason()).isEqualTo(StoreException.Reason.DAMAGED));
  }

  @Test
  void blobIsNeededByObjectsAndDocumentsOnly() throws Exception {
    PartRef ofObject = blob("object");
    PartRef ofDocument = blob("document");
    PartRef ofNobody = blob("nobody");
    put(project("alpha").withPart("paper", ofObject));
    change(tx -> tx.putDocument("{}".getBytes(UTF_8), Set.of(ofDocument)));
    assertThat(store.unneededBlobs()).containsExactly(ofNobody.digest());
    put(project("alpha").removed());
    assertThat(store.unneededBlobs())
        .containsExactlyInAnyOrder(ofNobody.digest(), ofObject.digest());
  }

  @Test
  void logIsFilteredBySubjectActorAndTime() throws StoreException {
    store.write(CHANGED.about(ROOT), tx -> tx);
    store.write(
        new AuditEvent("looked", "bo@low.example", List.of("x"), Json.object().build()), tx -> tx);
    store.<Object, RuntimeException>read(
        view -> {
          AuditLog log = view.audit();
          assertThat(log.sequence()).isEqualTo(3);
          assertThat(log.entries(AuditFilter.ALL)).hasSize(3);
          assertThat(log.entries(AuditFilter.ALL.about(ROOT.text()))).hasSize(1);
          assertThat(log.entries(AuditFilter.ALL.by("bo@low.example"))).hasSize(1);
          assertThat(log.entries(AuditFilter.ALL.since(Samples.CLOCK.instant()))).hasSize(3);
          assertThat(log.entries(AuditFilter.ALL.since(Samples.CLOCK.instant().plusMillis(1))))
              .isEmpty();
          assertThat(log.verify()).isEmpty();
          return view;
        });
  }
}
