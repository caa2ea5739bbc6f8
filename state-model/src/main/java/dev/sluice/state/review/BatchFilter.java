package dev.sluice.state.review;

import dev.sluice.state.diff.Status;
import dev.sluice.state.kind.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which batches of a list are shown. All conditions have to hold. A filter chooses what is seen,
 * never what a batch holds.
 *
 * @param owner only batches of this person; compared without regard to case
 * @param kinds only roots of these kinds, in lower case; empty for all
 * @param withoutKinds no roots of these kinds, in lower case
 * @param statuses only these statuses
 * @param shown what is shown beyond the default
 */
public record BatchFilter(
    Optional<String> owner,
    Set<String> kinds,
    Set<String> withoutKinds,
    Set<Status> statuses,
    Set<Extra> shown) {
  /** What the default leaves out. */
  public enum Extra {
    /** Batches that change nothing. */
    SAME,
    /** Batches that somebody ignored. */
    IGNORED,
    /** Roots of a kind that is shown only on demand: code, which is part of its request anyway. */
    HIDDEN_KINDS,
    /** Not an addition: leaves out what is decided. */
    UNDECIDED_ONLY
  }

  /** A list and how many batches it leaves out. */
  public record Selection(List<ListedBatch> batches, int hidden) {}

  /** What a list shows unless something else is asked for. */
  public static final BatchFilter DEFAULT =
      new BatchFilter(
          Optional.empty(),
          Set.of(),
          Set.of(),
          EnumSet.allOf(Status.class),
          EnumSet.noneOf(Extra.class));

  /** Shows everything there is. */
  public static final BatchFilter EVERYTHING =
      new BatchFilter(
          Optional.empty(),
          Set.of(),
          Set.of(),
          EnumSet.allOf(Status.class),
          EnumSet.of(Extra.SAME, Extra.IGNORED, Extra.HIDDEN_KINDS));

  public BatchFilter {
    owner = owner.map(BatchFilter::lower);
    kinds = kinds.stream().map(BatchFilter::lower).collect(Collectors.toUnmodifiableSet());
    withoutKinds =
        withoutKinds.stream().map(BatchFilter::lower).collect(Collectors.toUnmodifiableSet());
    statuses = Set.copyOf(statuses);
    shown = Set.copyOf(shown);
  }

  /** Applies the filter. */
  public Selection select(List<ListedBatch> all) {
    List<ListedBatch> batches = all.stream().filter(this::shows).toList();
    return new Selection(batches, all.size() - batches.size());
  }

  private boolean shows(ListedBatch batch) {
    String kind = batch.kind().name();
    return owner.map(lower(batch.owner())::equals).orElse(true)
        && (kinds.isEmpty() || kinds.contains(kind))
        && !withoutKinds.contains(kind)
        && statuses.contains(batch.status())
        && (batch.status() != Status.SAME || shown.contains(Extra.SAME))
        && (batch.standing() != Standing.IGNORED || shown.contains(Extra.IGNORED))
        && (batch.standing().isOpen() || !shown.contains(Extra.UNDECIDED_ONLY))
        && (batch.kind().role() != Kind.Role.HIDDEN_ROOT || showsHidden(kind));
  }

  private boolean showsHidden(String kind) {
    return shown.contains(Extra.HIDDEN_KINDS) || kinds.contains(kind);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
