package dev.sluice.state.store;

import dev.sluice.canonical.Digest;
import dev.sluice.state.ObjectId;
import java.time.Instant;
import java.util.Optional;

/**
 * A verdict on exactly one content of one batch.
 *
 * @param direction whether the batch goes out or came in
 * @param root the object the batch exists for
 * @param batch digest of the content that was looked at
 * @param verdict what was said
 * @param by who said it
 * @param reason why; travels with a rejection; may be empty
 * @param note for this site only; may be empty
 * @param at when
 * @param resolution for an approval of a conflict: how it is resolved
 * @param signature the reviewer's signature in its armoured text form; empty where the site's
 *     policy asks for none
 */
public record Decision(
    Direction direction,
    ObjectId root,
    Digest batch,
    Verdict verdict,
    String by,
    String reason,
    String note,
    Instant at,
    Optional<Resolution> resolution,
    String signature) {}
