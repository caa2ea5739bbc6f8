package dev.sluice.web.page;

import dev.sluice.state.PartRef;
import dev.sluice.state.diff.LineDiff;
import dev.sluice.state.diff.PartDiff;
import dev.sluice.state.review.EarlierRelease;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.review.PrivateItem;
import dev.sluice.web.desk.Board;
import dev.sluice.web.preview.Preview;
import dev.sluice.web.preview.TableComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * S4: what was released before, and how an item of this batch differs from one of those.
 *
 * @param frame around it
 * @param back page of the private data
 * @param batch page of the batch
 * @param address this comparison, without its page
 * @param name the item
 * @param releases what was released, newest first
 * @param compared when that was shared which it is compared with; empty for nothing
 * @param table the comparison, if both are tables
 * @param lines the comparison, if they are not
 * @param look how lines are shown
 * @param object the object that has the item
 */
record EarlierPage(
    Frame frame,
    String back,
    String batch,
    String address,
    Marked name,
    List<Line> releases,
    String compared,
    Optional<Preview.Table> table,
    Optional<PartView> lines,
    Look look,
    String object) {
  /**
   * One release.
   *
   * @param address where it is compared; empty if it cannot be
   * @param chosen whether it is compared now
   */
  record Line(
      String at,
      String id,
      String kind,
      Marked request,
      String kinship,
      Marked owner,
      Marked by,
      Marked reason,
      String size,
      String address,
      boolean chosen) {}

  static EarlierPage of(Board board, ListedBatch batch, Comparing comparing) {
    PrivateItem item = comparing.item();
    String path = BatchAddress.of(batch).path();
    String address = path + "/earlier?object=" + item.object().text() + "&item=" + item.item();
    Optional<EarlierRelease> chosen = comparing.chosen();
    var releases = new ArrayList<Line>();
    for (EarlierRelease release : comparing.comparable()) {
      releases.add(line(board, release, address, chosen));
    }
    String name =
        item.kind() + " " + board.names().apply(item.object()) + " " + BatchWords.item(item);
    Optional<Preview.Table> table = table(comparing);
    return new EarlierPage(
        Frame.of(board, "Released before " + Marked.title(name), "outgoing"),
        path + "/private",
        path,
        address + "&with=" + chosen.map(one -> one.object().text()).orElse(""),
        Marked.title(name),
        releases,
        chosen.map(one -> Times.shown(one.release().at())).orElse(""),
        table,
        table.isPresent() ? Optional.empty() : lines(comparing),
        comparing.look(),
        item.object().text());
  }

  private static Line line(
      Board board, EarlierRelease release, String address, Optional<EarlierRelease> chosen) {
    return new Line(
        Times.shown(release.release().at()),
        board.names().apply(release.object()),
        release.kind(),
        Marked.title(release.request()),
        release.kinship().toString(),
        Marked.title(release.owner()),
        Marked.of(release.release().by()),
        Marked.of(release.release().reason()),
        release.content().bytes() + " bytes",
        address + "&with=" + release.object().text(),
        chosen.filter(release::equals).isPresent());
  }

  private static Optional<Preview.Table> table(Comparing comparing) {
    return comparing.before().isPresent() && comparing.after().isPresent()
        ? TableComparison.of(
            comparing.before().get(), comparing.after().get(), comparing.look().page())
        : Optional.empty();
  }

  private static Optional<PartView> lines(Comparing comparing) {
    if (comparing.before().isEmpty() || comparing.after().isEmpty()) {
      return Optional.empty();
    }
    PrivateItem item = comparing.item();
    var diff =
        new PartDiff(
            BatchWords.item(item),
            comparing.chosen().map(EarlierRelease::content),
            Optional.of(new PartRef(item.content(), item.bytes())),
            Optional.empty(),
            LineDiff.of(comparing.before().get(), comparing.after().get()));
    return Optional.of(PartView.of(diff, comparing.look().onFirst(), "", "then").alone());
  }
}
