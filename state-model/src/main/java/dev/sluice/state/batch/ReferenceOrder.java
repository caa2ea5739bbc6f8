package dev.sluice.state.batch;

import dev.sluice.state.ObjectId;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.kind.Reference;
import dev.sluice.state.share.Document;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The order in which documents can be applied: what others refer to first.
 *
 * <p>Documents that refer to each other in a circle stand next to each other, by id. The same
 * documents always give the same order. Strongly connected components by Tarjan's algorithm, with a
 * stack of its own since a chain of references may be long.
 */
final class ReferenceOrder {
  private final Map<ObjectId, TreeSet<ObjectId>> targets = new TreeMap<>();
  private final Map<ObjectId, Integer> entered = new HashMap<>();
  private final Map<ObjectId, Integer> lowest = new HashMap<>();
  private final Deque<ObjectId> open = new ArrayDeque<>();
  private final Deque<Visit> path = new ArrayDeque<>();
  private final List<ObjectId> ordered = new ArrayList<>();

  private record Visit(ObjectId id, Iterator<ObjectId> left) {}

  private ReferenceOrder() {}

  static List<Document> of(Collection<Document> documents, Kinds kinds)
      throws BatchRefusedException {
    var byId = new TreeMap<ObjectId, Document>();
    documents.forEach(document -> byId.put(document.id(), document));
    var order = new ReferenceOrder();
    for (Document document : documents) {
      var targets = new TreeSet<ObjectId>();
      for (Reference reference : WholeBatch.references(document, kinds)) {
        targets.add(reference.target());
      }
      targets.retainAll(byId.keySet());
      order.targets.put(document.id(), targets);
    }
    order.targets.keySet().forEach(order::visit);
    return order.ordered.stream().map(byId::get).toList();
  }

  private void visit(ObjectId start) {
    if (entered.containsKey(start)) {
      return;
    }
    enter(start);
    while (!path.isEmpty()) {
      Visit top = path.peek();
      if (top.left().hasNext()) {
        look(top.id(), top.left().next());
      } else {
        leave(path.pop());
      }
    }
  }

  private void enter(ObjectId id) {
    entered.put(id, entered.size());
    lowest.put(id, entered.get(id));
    open.push(id);
    path.push(new Visit(id, targets.get(id).iterator()));
  }

  /** A target that is entered and not yet ordered is on the way to itself: part of a circle. */
  private void look(ObjectId from, ObjectId target) {
    if (!entered.containsKey(target)) {
      enter(target);
    } else if (lowest.containsKey(target)) {
      lowest.merge(from, entered.get(target), Math::min);
    }
  }

  private void leave(Visit visit) {
    ObjectId id = visit.id();
    int low = lowest.get(id);
    if (low == entered.get(id)) {
      close(id);
    } else {
      lowest.merge(path.element().id(), low, Math::min);
    }
  }

  private void close(ObjectId first) {
    var circle = new ArrayList<ObjectId>();
    ObjectId id;
    do {
      id = open.pop();
      lowest.remove(id);
      circle.add(id);
    } while (!id.equals(first));
    circle.sort(Comparator.naturalOrder());
    ordered.addAll(circle);
  }
}
