package dev.sluice.state.diff;

import dev.sluice.state.PartRef;
import java.util.List;
import java.util.Optional;

/**
 * One part that would change.
 *
 * @param name the part
 * @param before what it is here; empty if it is not here
 * @param after what it is in what comes in; empty if it goes
 * @param base for conflicts: what it was when both sides last agreed, if they did
 * @param lines the change line by line, or why there is none
 */
public record PartDiff(
    String name,
    Optional<PartRef> before,
    Optional<PartRef> after,
    Optional<PartRef> base,
    LineDiff lines) {
  /**
   * The hunks as people expect them: without the empty line that the last line feed of a wholly new
   * or wholly removed text leaves.
   */
  public List<LineDiff.Hunk> shownHunks() {
    List<LineDiff.Hunk> hunks = lines.hunks();
    if (hunks.size() != 1 || (before.isPresent() && after.isPresent())) {
      return hunks;
    }
    List<LineDiff.Line> only = hunks.get(0).lines();
    boolean endsEmpty = only.size() > 1 && only.get(only.size() - 1).text().isEmpty();
    return endsEmpty ? List.of(new LineDiff.Hunk(only.subList(0, only.size() - 1))) : hunks;
  }
}
