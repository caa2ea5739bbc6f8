package dev.sluice.datasite;

import dev.sluice.datasite.run.Isolation;
import dev.sluice.state.ObjectId;
import java.time.Duration;
import java.util.Optional;

/**
 * What a run left behind. All of it is private until it is released.
 *
 * @param error why there is no result
 * @param isolation what kept the code in; people who decide about the result have to be told
 */
public record JobOutcome(
    ObjectId job,
    ObjectId log,
    Optional<ObjectId> result,
    Optional<String> error,
    Duration duration,
    Isolation isolation) {}
