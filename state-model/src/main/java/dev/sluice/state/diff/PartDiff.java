package dev.sluice.state.diff;

import dev.sluice.state.PartRef;
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
    LineDiff lines) {}
