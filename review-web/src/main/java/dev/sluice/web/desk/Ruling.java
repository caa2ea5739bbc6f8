package dev.sluice.web.desk;

import dev.sluice.state.store.Verdict;

/**
 * What the reviewer says.
 *
 * @param reason why; of a rejection the requester is told
 * @param note for this site only
 */
public record Ruling(Verdict verdict, String reason, String note) {}
