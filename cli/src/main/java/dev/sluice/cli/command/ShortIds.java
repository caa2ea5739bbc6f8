package dev.sluice.cli.command;

import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.state.ObjectId;
import dev.sluice.state.batch.BatchItem;
import dev.sluice.state.review.StoredBatches;
import dev.sluice.state.store.InboxEntry;
import dev.sluice.state.store.InboxState;
import dev.sluice.state.store.Peer;
import dev.sluice.state.store.StoreView;
import dev.sluice.state.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Object ids as people see and type them: the kind's prefix and as many digits as tell the object
 * apart, at least four.
 */
public final class ShortIds {
  private static final int LEAST = "xx-0000".length();
  private static final int ENOUGH_TO_TELL = 2;

  private final StoreView view;
  private final SortedSet<String> waiting;

  private ShortIds(StoreView view, SortedSet<String> waiting) {
    this.view = view;
    this.waiting = waiting;
  }

  /** The ids of a moment: objects that are here, and those in batches that wait. Valid with it. */
  static ShortIds of(StoreView view) {
    var waiting = new TreeSet<String>();
    for (Peer peer : view.peers()) {
      for (InboxState state : List.of(InboxState.STAGED, InboxState.HELD)) {
        try (Stream<InboxEntry> entries = view.peer(peer.name()).inbox(state)) {
          entries.forEach(
              entry ->
                  StoredBatches.batch(view, entry.batch()).items().stream()
                      .map(BatchItem::object)
                      .map(ObjectId::text)
                      .forEach(waiting::add));
        }
      }
    }
    return new ShortIds(view, waiting);
  }

  /** The short form of {@code id}. */
  public String shown(ObjectId id) {
    for (int length = LEAST; length < id.text().length(); length++) {
      String candidate = id.text().substring(0, length);
      if (beginningWith(candidate).size() < ENOUGH_TO_TELL) {
        return candidate;
      }
    }
    return id.text();
  }

  /** The one id that begins with {@code typed}. */
  public ObjectId find(String typed) {
    SortedSet<String> found = beginningWith(typed);
    if (found.size() == 1) {
      return new ObjectId(found.first());
    }
    throw new CliException(
            ExitCode.USAGE,
            found.isEmpty()
                ? SafeText.sentence("nothing here has an id that begins with {}", typed)
                : SafeText.sentence("more than one id begins with {}", typed))
        .help(SafeText.literal("ids are listed by: sluice batch list, sluice request list"));
  }

  private SortedSet<String> beginningWith(String beginning) {
    var found = new TreeSet<String>();
    if (!beginning.isEmpty() && beginning.matches("[a-z0-9-]{1,35}")) {
      var known = new ArrayList<>(view.idsStartingWith(beginning, ENOUGH_TO_TELL));
      known.forEach(id -> found.add(id.text()));
      waiting.tailSet(beginning).stream()
          .takeWhile(id -> id.startsWith(beginning))
          .limit(ENOUGH_TO_TELL)
          .forEach(found::add);
    }
    return found;
  }
}
