package dev.sluice.web.page;

import dev.sluice.state.ObjectId;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.review.PrivateItem;
import dev.sluice.web.desk.Board;
import dev.sluice.web.preview.Preview;
import java.util.Comparator;
import java.util.List;

/**
 * S3: what is private in a batch, and the forms that let it leave or keep it here.
 *
 * @param frame around it
 * @param batch page of the batch
 * @param name the batch in words
 * @param requester who would read it
 * @param peer where it would go
 * @param items what is private in it
 * @param share the form that lets items leave
 * @param withhold the form that keeps them here
 * @param passphrase whether the passphrase is wanted again
 * @param wish how the items are shown, in a word
 * @param reason as typed
 * @param problems what is wrong with the form
 */
record PrivatePage(
    Frame frame,
    String batch,
    Marked name,
    Marked requester,
    Marked peer,
    List<Item> items,
    Form share,
    Form withhold,
    boolean passphrase,
    String wish,
    String reason,
    List<RulingForm.Problem> problems) {
  private static final String RESULT = "result";

  /**
   * One private item.
   *
   * @param tick what the form says for it
   * @param id its short id
   * @param kind name of its kind
   * @param item name of the item
   * @param size its length in words
   * @param digest digest of its content
   * @param shared whether it would leave
   * @param picture where its picture is, if it is one
   * @param earlier page of what was released before
   * @param released how many such releases there are
   * @param ticked whether it is ticked in the form
   * @param preview what it looks like
   */
  record Item(
      String tick,
      String id,
      String kind,
      Marked item,
      String size,
      String digest,
      boolean shared,
      boolean ticked,
      String earlier,
      int released,
      String picture,
      Preview preview) {
    boolean isResult() {
      return kind.equals(RESULT);
    }
  }

  static Item item(
      Board board, ListedBatch batch, PrivateItem item, Preview preview, PrivateForms forms) {
    String kind = item.kind();
    String path = BatchAddress.of(batch).path();
    String query = "?object=" + item.object().text() + "&item=" + item.item();
    return new Item(
        Pages.tick(item),
        board.names().apply(item.object()),
        kind,
        Marked.of(BatchWords.item(item)),
        item.bytes() < 0 ? "a field" : item.bytes() + " bytes",
        item.content().hex(),
        item.state() == PrivateItem.State.SHARED,
        forms.ticked().contains(Pages.tick(item)),
        path + "/earlier" + query,
        Comparing.of(item, forms.earlier()).size(),
        path + "/picture" + query,
        preview);
  }

  static List<PrivateItem> resultsFirst(List<PrivateItem> items) {
    return items.stream()
        .sorted(Comparator.comparing((PrivateItem item) -> !item.kind().equals(RESULT)))
        .toList();
  }

  boolean canShare() {
    return items.stream().anyMatch(item -> !item.shared());
  }

  boolean canWithhold() {
    return items.stream().anyMatch(Item::shared);
  }

  static String heading(Board board, ListedBatch batch, ObjectId root) {
    return batch.kind().name() + " " + board.names().apply(root) + " " + batch.title();
  }
}
