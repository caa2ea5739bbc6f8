package dev.sluice.web;

import dev.sluice.state.PartRef;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.review.PrivateItem;
import dev.sluice.web.desk.Board;
import dev.sluice.web.desk.Desk;
import dev.sluice.web.desk.DeskException;
import dev.sluice.web.page.Pages;
import dev.sluice.web.preview.Pictures;
import dev.sluice.web.preview.Previews;
import dev.sluice.web.preview.Wish;
import java.io.IOException;
import java.util.Optional;

/** The content of single parts of a batch, in the forms that are safe to look at. */
final class ContentRoutes {
  private static final String PART = "part:";

  private final Desk desk;
  private final Pages pages;

  ContentRoutes(Desk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  /** The bytes of a private item, if they are here and not too long. */
  Optional<byte[]> of(PrivateItem item) throws DeskException {
    return item.bytes() < 0
        ? Optional.empty()
        : desk.content(new PartRef(item.content(), item.bytes()));
  }

  /** A page with one part that crosses with the batch, as it would be afterwards. */
  Optional<Answer> part(Request request, Board board, ListedBatch batch) throws DeskException {
    FormFields query = request.query();
    Optional<PartRef> part = find(batch, query.text("object"), query.text("item"));
    if (part.isEmpty()) {
      return Optional.empty();
    }
    Wish wish = Wish.of(query.text("as"));
    var preview = Previews.of(desk.content(part.get()), wish, query.page("page"));
    return Optional.of(
        Answer.html(
            200,
            pages.part(
                board,
                batch,
                query.text("object"),
                query.text("item"),
                part.get(),
                preview,
                wish)));
  }

  /** A picture as this program drew it; empty if the batch has no such picture. */
  Optional<Answer> picture(Request request, ListedBatch batch) throws DeskException {
    FormFields query = request.query();
    Optional<PartRef> part = find(batch, query.text("object"), query.text("item"));
    return part.isEmpty()
        ? Optional.empty()
        : desk.content(part.get()).flatMap(ContentRoutes::drawn);
  }

  private static Optional<Answer> drawn(byte[] content) {
    try {
      return Optional.of(Answer.content("image/png", Pictures.redrawn(content)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<PartRef> find(ListedBatch batch, String object, String item) {
    if (!item.startsWith(PART)) {
      return Optional.empty();
    }
    Optional<PartRef> withheld =
        batch.privateItems().stream()
            .filter(each -> each.object().text().equals(object) && each.item().equals(item))
            .map(each -> new PartRef(each.content(), each.bytes()))
            .findFirst();
    return withheld.or(
        () ->
            batch.whole().documents().stream()
                .filter(document -> document.id().text().equals(object))
                .flatMap(
                    document ->
                        Optional.ofNullable(document.parts().get(item.substring(PART.length())))
                            .stream())
                .findFirst());
  }
}
