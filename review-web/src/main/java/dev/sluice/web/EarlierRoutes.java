package dev.sluice.web;

import dev.sluice.state.review.EarlierRelease;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.review.PrivateItem;
import dev.sluice.web.desk.Board;
import dev.sluice.web.desk.Desk;
import dev.sluice.web.desk.DeskException;
import dev.sluice.web.page.Comparing;
import dev.sluice.web.page.Look;
import dev.sluice.web.page.Pages;
import java.util.List;
import java.util.Optional;

/** What was released before an item that is about to leave. */
final class EarlierRoutes {
  private final Desk desk;
  private final Pages pages;
  private final ContentRoutes contents;

  EarlierRoutes(Desk desk, Pages pages, ContentRoutes contents) {
    this.desk = desk;
    this.pages = pages;
    this.contents = contents;
  }

  /** The page of one private item, compared with the newest release unless the query names one. */
  Optional<Answer> show(Request request, Board board, ListedBatch batch) throws DeskException {
    FormFields query = request.query();
    Optional<PrivateItem> item =
        batch.privateItems().stream()
            .filter(one -> one.object().text().equals(query.text("object")))
            .filter(one -> one.item().equals(query.text("item")))
            .findFirst();
    if (item.isEmpty()) {
      return Optional.empty();
    }
    List<EarlierRelease> releases = Comparing.of(item.get(), desk.releasedBefore(batch));
    String wanted = query.text("with");
    Optional<EarlierRelease> chosen =
        releases.stream()
            .filter(one -> wanted.isEmpty() || one.object().text().equals(wanted))
            .findFirst();
    Optional<byte[]> before =
        chosen.isPresent() ? desk.content(chosen.get().content()) : Optional.empty();
    var look = new Look(query.text("view"), query.text("wrap"), query.page("page"));
    var comparing =
        new Comparing(item.get(), releases, chosen, before, contents.of(item.get()), look);
    return Optional.of(Answer.html(200, pages.earlier(board, batch, comparing)));
  }
}
