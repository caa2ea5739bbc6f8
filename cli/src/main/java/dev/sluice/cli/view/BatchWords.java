package dev.sluice.cli.view;

import dev.sluice.state.diff.Status;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.review.PrivateItem;
import dev.sluice.state.review.Standing;
import dev.sluice.state.store.Direction;
import dev.sluice.state.text.SafeText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What batches and their properties are called in every output. */
public final class BatchWords {
  private static final int LONGEST_TITLE = 60;
  private static final SafeText CUT = SafeText.literal("...");

  private BatchWords() {}

  /** Kind, short id and title, for instance {@code request rq-7f2a sum_of_numbers}. */
  public static SafeText name(ListedBatch batch, Names names) {
    return SafeText.sentence(
        "{} {}  {}", batch.kind().name(), names.of(batch.root()), title(batch.title()));
  }

  /** A title of decent length. */
  public static SafeText title(String untrusted) {
    return SafeText.of(untrusted).cut(LONGEST_TITLE, CUT);
  }

  static String direction(Direction direction) {
    return direction == Direction.IN ? "incoming" : "outgoing";
  }

  /** Direction and peer, for instance {@code incoming from low-lab}. */
  static SafeText route(ListedBatch batch) {
    return batch.direction() == Direction.IN
        ? SafeText.sentence("incoming from {}", batch.peer())
        : SafeText.sentence("outgoing to {}", batch.peer());
  }

  /** What was decided and by whom; a hyphen where nothing was. */
  static SafeText decision(ListedBatch batch) {
    if (batch.standing() == Standing.UNDECIDED || batch.decision().isEmpty()) {
      return SafeText.literal("-");
    }
    SafeText said = SafeText.sentence("{} by {}", batch.standing(), batch.decision().get().by());
    return batch.take().map(take -> said.plus(SafeText.sentence(", take {}", take))).orElse(said);
  }

  /** The private items, those that would travel first; a hyphen where there are none. */
  static SafeText privateItems(ListedBatch batch) {
    String words =
        Stream.of(PrivateItem.State.SHARED, PrivateItem.State.WITHHELD, PrivateItem.State.SENT)
            .map(state -> items(batch.privateItems(), state))
            .filter(items -> !items.isEmpty())
            .collect(Collectors.joining("; "));
    return SafeText.of(words.isEmpty() ? "-" : words);
  }

  private static String items(List<PrivateItem> items, PrivateItem.State state) {
    String kinds =
        items.stream()
            .filter(item -> item.state() == state)
            .map(item -> item.kind() + " " + item.item().replaceFirst("^(part|field):", ""))
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return kinds.isEmpty()
        ? ""
        : kinds + ": " + state.toString().toUpperCase(java.util.Locale.ROOT);
  }

  /** The sign that stands before an object of this status. */
  static String sign(Status status) {
    return switch (status) {
      case NEW -> "+";
      case CHANGED -> "~";
      case REMOVED -> "-";
      case SAME -> "=";
      case CONFLICT -> "!";
    };
  }
}
