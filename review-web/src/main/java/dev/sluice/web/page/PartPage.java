package dev.sluice.web.page;

import dev.sluice.state.PartRef;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.store.Direction;
import dev.sluice.web.desk.Board;
import dev.sluice.web.preview.Preview;
import dev.sluice.web.preview.Wish;

/**
 * One part of a batch, all of it.
 *
 * @param frame around it
 * @param batch page of the batch
 * @param name the part
 * @param size its length in words
 * @param digest digest of its content
 * @param address this page, without how to show it
 * @param wish how it is shown, in a word
 * @param picture where its picture is, if it is one
 * @param preview what it looks like
 */
record PartPage(
    Frame frame,
    String batch,
    Marked name,
    String size,
    String digest,
    String address,
    String wish,
    String picture,
    Preview preview) {
  static PartPage of(
      Board board,
      ListedBatch batch,
      String object,
      String item,
      PartRef part,
      Preview preview,
      Wish wish) {
    String path = BatchAddress.of(batch).path();
    String name = item.substring(item.indexOf(':') + 1);
    String query = "object=" + object + "&item=" + item;
    String tab = batch.direction() == Direction.IN ? "incoming" : "outgoing";
    return new PartPage(
        Frame.of(board, Marked.title(name) + " of " + Marked.title(batch.title()), tab),
        path,
        Marked.title(name),
        part.bytes() + " bytes",
        part.digest().hex(),
        path + "/part?" + query,
        wish.word(),
        path + "/picture?" + query,
        preview);
  }
}
