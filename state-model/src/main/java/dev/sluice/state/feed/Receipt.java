package dev.sluice.state.feed;

import dev.sluice.canonical.Digest;
import dev.sluice.canonical.Fields;
import dev.sluice.canonical.Json;
import dev.sluice.canonical.NotCanonicalException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a side tells the other about the other's feed: all up to a position is in durable custody,
 * and this became of it.
 *
 * <p>Custody is cumulative, so the newest receipt says all that older ones said. It must not be
 * issued before the batches are durable.
 *
 * @param incarnation the incarnation of the other side whose feed this is about
 * @param bundle the highest number among the other side's bundles taken in, 0 before the first: all
 *     that was told in it is known
 * @param position how many batches of that feed are in custody
 * @param chain the feed's hash at that position
 * @param outcomes what became of batches, by rising position; a batch in custody without an outcome
 *     is as told before, or pending
 */
public record Receipt(
    String incarnation, long bundle, long position, Digest chain, List<BatchOutcome> outcomes) {
  /** Most outcomes in one receipt. */
  public static final int MOST_OUTCOMES = 100_000;

  public Receipt {
    outcomes = List.copyOf(outcomes);
  }

  /** The receipt of a side that holds nothing of {@code incarnation}'s feed. */
  public static Receipt ofNothing(String incarnation) {
    return new Receipt(incarnation, 0, 0, Digest.ZERO, List.of());
  }

  public Json.Obj toJson() {
    return Json.object()
        .put("bundle", bundle)
        .put("chain", chain)
        .put("incarnation", incarnation)
        .put("outcomes", Json.array(outcomes.stream().map(BatchOutcome::toJson).toList()))
        .put("position", position)
        .build();
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @throws NotCanonicalException for any other value, also for outcomes beyond the position or out
   *     of order
   */
  public static Receipt fromJson(Json.Obj json) throws NotCanonicalException {
    Fields fields = Fields.of("receipt", json);
    String incarnation = Incarnation.parse(fields.text("incarnation"));
    long bundle = fields.integer("bundle", 0, Json.MAX_INTEGER);
    long position = fields.integer("position", 0, Json.MAX_INTEGER);
    Digest chain = fields.digest("chain");
    if (position == 0 && !chain.equals(Digest.ZERO)) {
      throw fields.refused("chain", "is not the hash of an empty feed");
    }
    var outcomes = new ArrayList<BatchOutcome>();
    long least = 1;
    for (Json outcome : fields.array("outcomes", MOST_OUTCOMES)) {
      outcomes.add(BatchOutcome.fromJson(outcome, least, position));
      least = outcomes.get(outcomes.size() - 1).position() + 1;
    }
    fields.end();
    return new Receipt(incarnation, bundle, position, chain, outcomes);
  }
}
