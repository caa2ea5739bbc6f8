package dev.sluice.cli.view;

import dev.sluice.canonical.Json;
import dev.sluice.cli.view.Listing.Row;
import dev.sluice.state.diff.Status;
import dev.sluice.state.review.BatchFilter;
import dev.sluice.state.review.BatchFilter.Extra;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.review.Standing;
import dev.sluice.state.text.SafeText;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How many batches a list leaves out, and how to see them. */
public final class Hidden {
  private enum Cause {
    SAME("unchanged (--include-same)"),
    IGNORED("ignored (--include-ignored)"),
    CODE("of code (--show-code)"),
    FILTERED("left out by the filter");

    private final String words;

    Cause(String words) {
      this.words = words;
    }
  }

  private final Map<Cause, Integer> counts = new EnumMap<>(Cause.class);

  private Hidden() {}

  /** What {@code filter} leaves out of {@code rows}. */
  public static Hidden of(List<Row> rows, BatchFilter filter) {
    var hidden = new Hidden();
    for (Cause cause : Cause.values()) {
      hidden.counts.put(cause, 0);
    }
    rows.stream()
        .map(Row::batch)
        .filter(batch -> !shows(filter, batch))
        .forEach(batch -> hidden.counts.merge(cause(filter, batch), 1, Integer::sum));
    return hidden;
  }

  private static Cause cause(BatchFilter filter, ListedBatch batch) {
    if (!shows(withAll(filter), batch)) {
      return Cause.FILTERED;
    }
    if (batch.status() == Status.SAME && !filter.shown().contains(Extra.SAME)) {
      return Cause.SAME;
    }
    return batch.standing() == Standing.IGNORED && !filter.shown().contains(Extra.IGNORED)
        ? Cause.IGNORED
        : Cause.CODE;
  }

  private static boolean shows(BatchFilter filter, ListedBatch batch) {
    return !filter.select(List.of(batch)).batches().isEmpty();
  }

  /** The same filter without the rules that a flag lifts. */
  private static BatchFilter withAll(BatchFilter filter) {
    Set<Extra> extras = EnumSet.of(Extra.SAME, Extra.IGNORED, Extra.HIDDEN_KINDS);
    extras.addAll(filter.shown());
    return new BatchFilter(
        filter.owner(), filter.kinds(), filter.withoutKinds(), filter.statuses(), extras);
  }

  /** The last line under a list of {@code shown} batches. */
  public SafeText line(int shown) {
    SafeText line = SafeText.sentence(shown == 1 ? "{} batch" : "{} batches", shown);
    SafeText before = SafeText.literal("; hidden: ");
    for (Map.Entry<Cause, Integer> entry : counts.entrySet()) {
      if (entry.getValue() > 0) {
        line =
            line.plus(before)
                .plus(SafeText.sentence("{} {}", entry.getValue(), entry.getKey().words));
        before = SafeText.literal(", ");
      }
    }
    return line;
  }

  public Json json() {
    var json = Json.object();
    counts.forEach((cause, count) -> json.put(cause.name().toLowerCase(Locale.ROOT), count));
    return json.build();
  }
}
