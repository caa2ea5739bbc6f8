package dev.sluice.state.store;

import dev.sluice.canonical.Digest;
import java.time.Instant;

/**
 * A person's permission that one private item of an object may travel.
 *
 * @param item name of the item, see {@link dev.sluice.state.share.SharedForm#partItem}
 * @param content digest of exactly the content that may travel
 * @param by who gave it
 * @param reason why; may be empty
 * @param at when
 * @param sequence audit sequence of the write that recorded it
 */
public record Release(
    String item, Digest content, String by, String reason, Instant at, long sequence) {}
