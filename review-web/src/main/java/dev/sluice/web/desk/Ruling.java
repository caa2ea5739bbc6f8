package dev.sluice.web.desk;

import dev.sluice.state.store.Take;
import dev.sluice.state.store.Verdict;
import java.util.Optional;

/**
 * What the reviewer says.
 *
 * @param reason why; of a rejection the requester is told
 * @param note for this site only
 * @param take for an approval of a conflict: whose versions count
 */
public record Ruling(Verdict verdict, String reason, String note, Optional<Take> take) {}
