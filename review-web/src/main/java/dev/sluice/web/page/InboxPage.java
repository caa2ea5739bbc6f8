package dev.sluice.web.page;

import dev.sluice.state.ObjectId;
import dev.sluice.state.diff.Status;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.review.Standing;
import dev.sluice.state.store.Direction;
import dev.sluice.web.desk.Board;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * S1: the batches of one direction.
 *
 * @param frame around it
 * @param path where the list is
 * @param filter what it shows
 * @param people whose batches there are
 * @param kinds kinds of roots that there are
 * @param rows this page's batches
 * @param hidden how many batches the filter hides
 * @param counts how many of each standing
 * @param broken what cannot be put into a batch
 * @param page this page, from 1
 * @param pages how many there are
 */
record InboxPage(
    Frame frame,
    String path,
    InboxFilter filter,
    List<String> people,
    List<String> kinds,
    List<Row> rows,
    int hidden,
    String counts,
    List<Marked> broken,
    int page,
    int pages) {
  /** What the list may be narrowed to. */
  static final List<String> STATUSES =
      Stream.concat(
              Stream.of(InboxFilter.UNDECIDED),
              Arrays.stream(Status.values()).map(Status::toString))
          .toList();

  private static final int PAGE = 100;

  /** One batch in the list. */
  record Row(
      int number,
      String path,
      String kind,
      String id,
      Marked title,
      List<String> with,
      List<String> needs,
      Marked by,
      String status,
      String lines,
      String privateItems,
      Marked decision,
      String standing,
      boolean undecided,
      int findings) {}

  static InboxPage of(Board board, Direction direction, InboxFilter filter, int wanted) {
    List<ListedBatch> all = board.batches(direction);
    List<ListedBatch> shown = filter.select(all);
    int pages = Math.max(1, (shown.size() + PAGE - 1) / PAGE);
    int page = Math.min(wanted, pages);
    var rows = new ArrayList<Row>();
    for (int i = (page - 1) * PAGE; i < Math.min(shown.size(), page * PAGE); i++) {
      rows.add(row(board, shown.get(i), i + 1, filter));
    }
    boolean in = direction == Direction.IN;
    return new InboxPage(
        Frame.of(board, in ? "Incoming" : "Outgoing", in ? "incoming" : "outgoing"),
        in ? "/incoming" : "/outgoing",
        filter,
        all.stream().map(ListedBatch::owner).distinct().sorted().toList(),
        all.stream().map(batch -> batch.kind().name()).distinct().sorted().toList(),
        rows,
        all.size() - shown.size(),
        counts(shown),
        board.broken().stream().map(Marked::of).toList(),
        page,
        pages);
  }

  private static Row row(Board board, ListedBatch batch, int number, InboxFilter filter) {
    return new Row(
        number,
        BatchAddress.of(batch).path() + filter.query(),
        batch.kind().name(),
        board.names().apply(batch.root()),
        Marked.title(batch.title()),
        batch.diff().objects().stream()
            .filter(object -> !object.id().equals(batch.root()))
            .filter(object -> object.status() != Status.SAME)
            .map(object -> object.kind() + " " + board.names().apply(object.id()))
            .toList(),
        batch.batch().required().stream()
            .filter(id -> !board.here().test(id))
            .map((ObjectId id) -> board.names().apply(id))
            .toList(),
        Marked.title(batch.owner()),
        batch.status().toString(),
        BatchWords.lines(batch),
        BatchWords.privateItems(batch),
        BatchWords.decision(batch),
        batch.standing().name().toLowerCase(Locale.ROOT),
        batch.standing().isOpen(),
        alarms(batch));
  }

  private static int alarms(ListedBatch batch) {
    return (int)
        batch.diff().objects().stream().flatMap(Findings::alarms).limit(Findings.MOST).count();
  }

  private static String counts(List<ListedBatch> shown) {
    Map<Standing, Integer> counts = new TreeMap<>();
    shown.forEach(batch -> counts.merge(batch.standing(), 1, Integer::sum));
    return counts.entrySet().stream()
        .map(entry -> entry.getValue() + " " + entry.getKey())
        .reduce((one, two) -> one + " · " + two)
        .orElse("nothing");
  }

  boolean leaves() {
    return path.equals("/outgoing");
  }

  String onPage(int number) {
    return path + filter.query() + "page=" + number;
  }
}
