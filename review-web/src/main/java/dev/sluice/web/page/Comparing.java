package dev.sluice.web.page;

import dev.sluice.state.review.EarlierRelease;
import dev.sluice.state.review.PrivateItem;
import java.util.List;
import java.util.Optional;

/**
 * An item that is about to leave, beside what left before.
 *
 * @param item the item
 * @param releases what was released before
 * @param chosen the one to compare it with; empty for none
 * @param before its content, if it is at hand
 * @param after content of the item, if it is at hand
 * @param look how the comparison is shown
 */
public record Comparing(
    PrivateItem item,
    List<EarlierRelease> releases,
    Optional<EarlierRelease> chosen,
    Optional<byte[]> before,
    Optional<byte[]> after,
    Look look) {
  /** Those of {@code releases} that are of the same sort as {@code item}. */
  public static List<EarlierRelease> of(PrivateItem item, List<EarlierRelease> releases) {
    return releases.stream()
        .filter(one -> one.kind().equals(item.kind()) && one.part().equals(BatchWords.item(item)))
        .toList();
  }

  List<EarlierRelease> comparable() {
    return of(item, releases);
  }
}
