package dev.sluice.web.page;

import dev.sluice.state.PartRef;
import dev.sluice.state.audit.AuditEntry;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.review.PrivateItem;
import dev.sluice.state.store.BundleEntry;
import dev.sluice.state.store.Decision;
import dev.sluice.state.store.Direction;
import dev.sluice.state.text.SafeText;
import dev.sluice.web.desk.Board;
import dev.sluice.web.desk.DeskException;
import dev.sluice.web.desk.Plan;
import dev.sluice.web.desk.Trail;
import dev.sluice.web.preview.Preview;
import dev.sluice.web.preview.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws the screens. */
public final class Pages {
  /** What a private item looks like. */
  public interface Previewing {
    Preview of(PrivateItem item) throws DeskException;
  }

  /** S1. */
  public String inbox(
      Board board, Direction direction, InboxFilter filter, int page, String notice) {
    InboxPage inbox = InboxPage.of(board, direction, filter, page);
    return Templates.screen("inbox", inbox, inbox.frame().noting(notice));
  }

  /** S2. */
  public String batch(
      Board board,
      ListedBatch batch,
      InboxFilter filter,
      Look look,
      List<Decision> decisions,
      RulingForm form,
      String notice) {
    BatchPage page = BatchPage.of(board, batch, filter, look, decisions, form);
    return Templates.screen("batch", page, page.frame().noting(notice));
  }

  /** What the form of private data says for {@code item}. */
  public static String tick(PrivateItem item) {
    return item.object().text() + "/" + item.item();
  }

  /** S3. */
  public String privateData(Board board, ListedBatch batch, Previewing previews, PrivateForms forms)
      throws DeskException {
    var items = new ArrayList<PrivatePage.Item>();
    for (PrivateItem item : PrivatePage.resultsFirst(batch.privateItems())) {
      items.add(PrivatePage.item(board, batch, item, previews.of(item), forms));
    }
    String heading = PrivatePage.heading(board, batch, batch.root());
    Frame frame = Frame.of(board, "Private data of " + Marked.title(heading), "outgoing");
    var page =
        new PrivatePage(
            frame,
            BatchAddress.of(batch).path(),
            Marked.title(heading),
            Marked.title(batch.owner()),
            Marked.of(batch.peer()),
            items,
            forms.share(),
            forms.withhold(),
            forms.passphrase() == PrivateForms.Passphrase.WANTED,
            forms.wish().word(),
            forms.reason(),
            forms.problems());
    return Templates.screen("privatedata", page, frame);
  }

  /** S4. */
  public String earlier(Board board, ListedBatch batch, Comparing comparing) {
    EarlierPage page = EarlierPage.of(board, batch, comparing);
    return Templates.screen("earlier", page, page.frame());
  }

  /**
   * One part of a batch.
   *
   * @param object whole id of the object
   * @param item name of the item
   */
  public String part(
      Board board,
      ListedBatch batch,
      String object,
      String item,
      PartRef part,
      Preview preview,
      Wish wish) {
    PartPage page = PartPage.of(board, batch, object, item, part, preview, wish);
    return Templates.screen("partpage", page, page.frame());
  }

  /** S5. */
  public String summary(Board board, Plan plan, Form apply, Form finish, String problem) {
    SummaryPage page = SummaryPage.of(board, plan, apply, finish, problem);
    return Templates.screen("summary", page, page.frame());
  }

  /** S6. */
  public String done(Board board, Optional<Receipt> receipt) {
    DonePage page = DonePage.of(board, receipt);
    return Templates.screen("done", page, page.frame());
  }

  /** S7. */
  public String history(Board board, List<BundleEntry> entries) {
    HistoryPage page = HistoryPage.of(board, entries);
    return Templates.screen("history", page, page.frame());
  }

  /** S8. */
  public String audit(Board board, Trail trail, String by, String about) {
    AuditPage page = AuditPage.of(board, trail, by, about);
    return Templates.screen("audit", page, page.frame());
  }

  /** S9. */
  public String keys(Board board) {
    Frame frame = Frame.of(board, "Keys", "keys");
    return Templates.screen("keys", frame, frame);
  }

  /** S10: why something was not done. */
  public String trouble(SafeText sentence, List<SafeText> help) {
    return notice(Frame.bare("Not done"), sentence, help, "/", "Back to the inbox");
  }

  /** S10: the state has moved since the form was made. */
  public String moved(Board board, List<AuditEntry> since, String next) {
    List<SafeText> details =
        since.stream()
            .map(
                entry ->
                    SafeText.sentence(
                        "{}  {} {}  {}",
                        entry.sequence(),
                        entry.event().actor(),
                        entry.event().action(),
                        String.join(" ", entry.event().subjects())))
            .toList();
    return notice(
        Frame.of(board, "Changed meanwhile", ""),
        SafeText.literal("The site changed after this page was made. Nothing was recorded."),
        details,
        next,
        "Look again");
  }

  /** Sends a browser that was just let in to the inbox. */
  public String welcome() {
    return Templates.screen("welcome", Frame.bare("sluice"), Frame.bare("sluice"));
  }

  /** The last page. */
  public String farewell() {
    return notice(
        Frame.bare("Finished"),
        SafeText.literal("The review is finished. This page is closed; its server has ended."),
        List.of(),
        "",
        "");
  }

  private String notice(
      Frame frame, SafeText sentence, List<SafeText> details, String next, String nextWords) {
    var page =
        new NoticePage(
            frame, Marked.of(sentence), details.stream().map(Marked::of).toList(), next, nextWords);
    return Templates.screen("notice", page, frame);
  }
}
