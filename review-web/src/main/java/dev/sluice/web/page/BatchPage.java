package dev.sluice.web.page;

import dev.sluice.state.diff.ObjectDiff;
import dev.sluice.state.diff.Status;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.review.Standing;
import dev.sluice.state.share.Document;
import dev.sluice.state.store.Decision;
import dev.sluice.state.store.Direction;
import dev.sluice.web.desk.Board;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * S2: one batch with its diff and the form to decide on it.
 *
 * @param frame around it
 * @param path where it is
 * @param list the list that it was reached from, filter included
 * @param place its place in that list
 * @param before the batch before it there; empty for none
 * @param after the batch after it there; empty for none
 * @param kind name of the root's kind
 * @param id short id of the root
 * @param title what people call it
 * @param by whose it is
 * @param route direction and peer
 * @param status how it stands to what is here
 * @param content digest of its content
 * @param standing what was decided
 * @param objects its objects
 * @param needs what it needs
 * @param neededBy what needs it
 * @param said what was said about it, newest first
 * @param privatePath page of its private data; empty for none
 * @param look how the diff is shown
 * @param ruling the form
 * @param along batches that would be taken along, to be agreed to
 */
record BatchPage(
    Frame frame,
    String path,
    String list,
    String place,
    String before,
    String after,
    String kind,
    String id,
    Marked title,
    Marked by,
    Marked route,
    String status,
    String content,
    String standing,
    List<ObjectView> objects,
    List<Neighbour> needs,
    List<Neighbour> neededBy,
    List<Said> said,
    String privatePath,
    Look look,
    RulingForm ruling,
    List<Neighbour> along) {
  /** One decision. */
  record Said(String verdict, Marked by, String at, Marked reason, Marked note) {}

  /**
   * The page of a batch.
   *
   * @param filter the filter of the list that it was reached from
   * @param decisions what was said about its root, oldest first
   */
  static BatchPage of(
      Board board,
      ListedBatch batch,
      InboxFilter filter,
      Look look,
      List<Decision> decisions,
      RulingForm ruling) {
    boolean in = batch.direction() == Direction.IN;
    String name = board.names().apply(batch.root());
    List<ListedBatch> list = filter.select(board.batches(batch.direction()));
    int index = list.indexOf(batch);
    String path = BatchAddress.of(batch).path();
    return new BatchPage(
        Frame.of(
            board,
            batch.kind().name() + " " + name + " " + Marked.title(batch.title()),
            in ? "incoming" : "outgoing"),
        path,
        (in ? "/incoming" : "/outgoing") + filter.query(),
        index < 0 ? "not in this list" : (index + 1) + " of " + list.size(),
        index > 0 ? BatchAddress.of(list.get(index - 1)).path() + filter.query() : "",
        index >= 0 && index + 1 < list.size()
            ? BatchAddress.of(list.get(index + 1)).path() + filter.query()
            : "",
        batch.kind().name(),
        name,
        Marked.title(batch.title()),
        Marked.title(batch.owner()),
        BatchWords.route(batch),
        batch.status().toString(),
        batch.id().hex(),
        batch.standing().toString(),
        objects(board, batch, look),
        Neighbour.neededFor(board, batch),
        Neighbour.of(
            board, board.beside(batch).stream().filter(other -> other.needs(batch)).toList()),
        said(decisions),
        batch.privateItems().isEmpty() ? "" : path + "/private",
        look,
        ruling,
        Neighbour.of(board, ruling.along()));
  }

  /** The root first, then what comes with it, then what stays the same. */
  private static List<ObjectView> objects(Board board, ListedBatch batch, Look look) {
    List<ObjectDiff> diffs = batch.diff().objects();
    return IntStream.range(0, diffs.size())
        .boxed()
        .sorted(
            Comparator.comparing((Integer i) -> !diffs.get(i).id().equals(batch.root()))
                .thenComparing(i -> diffs.get(i).status() == Status.SAME))
        .map(i -> object(board, diffs.get(i), batch.whole().documents().get(i), look))
        .toList();
  }

  private static ObjectView object(Board board, ObjectDiff diff, Document document, Look look) {
    String id = board.names().apply(diff.id());
    return ObjectView.of(diff, document, id, ListedBatch.titleOf(document, board.kinds()), look);
  }

  private static List<Said> said(List<Decision> decisions) {
    var said = new ArrayList<Said>();
    for (Decision decision : decisions) {
      said.add(
          0,
          new Said(
              decision.verdict().toString(),
              Marked.of(decision.by()),
              Times.shown(decision.at()),
              Marked.of(decision.reason()),
              Marked.of(decision.note())));
    }
    return List.copyOf(said);
  }

  boolean isIgnored() {
    return standing.equals(Standing.IGNORED.toString());
  }

  boolean isConflict() {
    return status.equals(Status.CONFLICT.toString());
  }

  boolean isDecided() {
    return !said.isEmpty() && !standing.equals(Standing.UNDECIDED.toString());
  }

  boolean leaves() {
    return !path.startsWith("/batch/in/");
  }

  boolean hasLines() {
    return objects.stream()
        .flatMap(object -> object.parts().stream())
        .anyMatch(part -> !part.rows().isEmpty());
  }
}
