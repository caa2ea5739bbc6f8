package dev.sluice.state.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.JsonLimits;
import dev.sluice.state.ObjectId;
import dev.sluice.state.Side;
import dev.sluice.state.kind.Kind;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.kind.Reference;
import dev.sluice.state.share.Document;
import dev.sluice.state.testing.InMemoryState;
import dev.sluice.state.testing.RandomState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BatchPropertiesTest {
  private static final Kinds KINDS = Kinds.builtIn();
  private static final int GRAPHS = 30;

  @Test
  void everyReferenceOfABatch_isInItOrRequired() throws Exception {
    for (WholeBatch whole : randomBatches()) {
      Set<ObjectId> known = new HashSet<>(whole.batch().required());
      whole.documents().forEach(document -> known.add(document.id()));
      for (Document document : whole.documents()) {
        assertThat(known).containsAll(targets(document));
      }
    }
  }

  @Test
  void referenceToALaterItem_alwaysLeadsBackInACircle() throws Exception {
    for (WholeBatch whole : randomBatches()) {
      var documents = new HashMap<ObjectId, Document>();
      whole.documents().forEach(document -> documents.put(document.id(), document));
      var seen = new HashSet<ObjectId>();
      for (Document document : whole.documents()) {
        seen.add(document.id());
        for (ObjectId target : targets(document)) {
          if (documents.containsKey(target) && !seen.contains(target)) {
            assertThat(reachable(target, documents)).contains(document.id());
          }
        }
      }
    }
  }

  @Test
  void batch_isReadBackAsItWasWritten() throws Exception {
    for (WholeBatch whole : randomBatches()) {
      byte[] bytes = CanonicalJson.write(whole.batch().toJson());
      Batch read = Batch.fromJson(CanonicalJson.parseObject(bytes, JsonLimits.CONTENTS));
      assertThat(read).isEqualTo(whole.batch());
      assertThat(WholeBatch.of(read, whole.documents(), KINDS).batch().id())
          .isEqualTo(whole.batch().id());
    }
  }

  @Test
  void rootsOfAnObject_includeEveryBatchThatHoldsIt() throws Exception {
    for (int graph = 0; graph < GRAPHS; graph++) {
      InMemoryState state = RandomState.of(25, new Random(graph));
      var batches = new ArrayList<>(batches(state, Side.LOW));
      batches.addAll(batches(state, Side.HIGH));
      for (WholeBatch whole : batches) {
        for (BatchItem item : whole.batch().items()) {
          assertThat(Roots.of(state, KINDS, List.of(item.object()))).contains(whole.batch().root());
        }
      }
    }
  }

  @Test
  void rootThatMayLeave_holdsTheObjectsItIsNamedFor() throws Exception {
    for (int graph = 0; graph < GRAPHS; graph++) {
      InMemoryState state = RandomState.of(25, new Random(graph));
      var held = new HashMap<ObjectId, Set<ObjectId>>();
      for (WholeBatch whole : batches(state, Side.HIGH)) {
        held.put(
            whole.batch().root(),
            whole.batch().items().stream().map(BatchItem::object).collect(Collectors.toSet()));
      }
      for (ObjectId id : state.ids()) {
        if (kind(state, id).flow().allowsFrom(Side.HIGH)) {
          for (ObjectId root : Roots.of(state, KINDS, List.of(id))) {
            assertThat(held.getOrDefault(root, Set.of(id))).contains(id);
          }
        }
      }
    }
  }

  private static List<WholeBatch> randomBatches() throws Exception {
    var batches = new ArrayList<WholeBatch>();
    for (int graph = 0; graph < GRAPHS; graph++) {
      InMemoryState state = RandomState.of(25, new Random(graph));
      batches.addAll(batches(state, Side.LOW));
      batches.addAll(batches(state, Side.HIGH));
    }
    assertThat(batches).anyMatch(whole -> whole.documents().size() > 5);
    return batches;
  }

  private static List<WholeBatch> batches(InMemoryState state, Side origin) throws Exception {
    var batches = new ArrayList<WholeBatch>();
    for (ObjectId id : state.ids()) {
      Kind kind = kind(state, id);
      if (Ownership.hasOwnBatch(state.find(id).orElseThrow(), kind)
          && kind.flow().allowsFrom(origin)) {
        batches.add(BatchPlanner.plan(state, KINDS, origin, id));
      }
    }
    return batches;
  }

  private static Kind kind(InMemoryState state, ObjectId id) {
    return KINDS.kind(state.find(id).orElseThrow().kind()).orElseThrow();
  }

  private static List<ObjectId> targets(Document document) throws Exception {
    return Reference.of(document.fields(), KINDS.kind(document.kind()).orElseThrow()).stream()
        .map(Reference::target)
        .toList();
  }

  private static Set<ObjectId> reachable(ObjectId start, Map<ObjectId, Document> documents)
      throws Exception {
    var reached = new HashSet<ObjectId>();
    var left = new ArrayDeque<>(List.of(start));
    while (!left.isEmpty()) {
      ObjectId next = left.remove();
      if (documents.containsKey(next) && reached.add(next)) {
        left.addAll(targets(documents.get(next)));
      }
    }
    return reached;
  }
}
