package dev.sluice.web.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.state.diff.ObjectDiff;
import dev.sluice.state.diff.Status;
import dev.sluice.state.review.BatchFilter;
import dev.sluice.state.review.BatchFilter.Extra;
import dev.sluice.state.review.ListedBatch;
import java.net.URLEncoder;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Which batches a list shows, as its address says.
 *
 * @param by only this person's; empty for all
 * @param type only roots of this kind; empty for all but code
 * @param status {@code undecided}, a status such as {@code new}, or empty for all
 * @param ignored {@code yes} to show what was ignored
 * @param same {@code yes} to show what changes nothing
 * @param search text to look for in titles, people, fields and lines
 */
public record InboxFilter(
    String by, String type, String status, String ignored, String same, String search) {
  static final String UNDECIDED = "undecided";
  static final InboxFilter DEFAULT = new InboxFilter("", "", "", "", "", "");

  private static final String YES = "yes";

  /** The filter of an address whose fields {@code query} gives. */
  public static InboxFilter of(UnaryOperator<String> query) {
    return new InboxFilter(
        query.apply("by"),
        query.apply("type"),
        query.apply("status"),
        query.apply("ignored"),
        query.apply("same"),
        query.apply("search"));
  }

  /** The batches of {@code all} that it shows. */
  public List<ListedBatch> select(List<ListedBatch> all) {
    return rules().select(all).batches().stream().filter(this::mentions).toList();
  }

  /** Whether it may show what changes nothing. */
  public boolean wantsUnchanged() {
    return same.equals(YES) || status.equals(Status.SAME.toString());
  }

  private BatchFilter rules() {
    Set<Extra> extras = EnumSet.noneOf(Extra.class);
    if (ignored.equals(YES)) {
      extras.add(Extra.IGNORED);
    }
    if (wantsUnchanged()) {
      extras.add(Extra.SAME);
    }
    if (status.equals(UNDECIDED)) {
      extras.add(Extra.UNDECIDED_ONLY);
    }
    return new BatchFilter(
        Optional.of(by).filter(text -> !text.isEmpty()),
        type.isEmpty() ? Set.of() : Set.of(type),
        Set.of(),
        statuses(),
        extras);
  }

  private Set<Status> statuses() {
    for (Status each : Status.values()) {
      if (each.toString().equals(status)) {
        return Set.of(each);
      }
    }
    return EnumSet.allOf(Status.class);
  }

  private boolean mentions(ListedBatch batch) {
    String wanted = search.toLowerCase(Locale.ROOT);
    return wanted.isEmpty()
        || has(batch.title(), wanted)
        || has(batch.owner(), wanted)
        || has(batch.root().text(), wanted)
        || batch.diff().objects().stream().anyMatch(object -> mentions(object, wanted));
  }

  private static boolean mentions(ObjectDiff object, String wanted) {
    return object.fields().stream()
            .flatMap(field -> field.after().stream())
            .anyMatch(value -> has(FieldView.text(value), wanted))
        || object.parts().stream()
            .flatMap(part -> part.lines().hunks().stream())
            .flatMap(hunk -> hunk.lines().stream())
            .anyMatch(line -> has(line.text(), wanted));
  }

  private static boolean has(String text, String wanted) {
    return text.toLowerCase(Locale.ROOT).contains(wanted);
  }

  /** The same filter as the query of an address, with its leading question mark. */
  String query() {
    var query = new StringBuilder("?");
    add(query, "by", by);
    add(query, "type", type);
    add(query, "status", status);
    add(query, "ignored", ignored);
    add(query, "same", same);
    add(query, "search", search);
    return query.toString();
  }

  private static void add(StringBuilder query, String name, String value) {
    if (!value.isEmpty()) {
      query.append(name).append('=').append(URLEncoder.encode(value, UTF_8)).append('&');
    }
  }

  boolean isDefault() {
    return equals(DEFAULT);
  }
}
