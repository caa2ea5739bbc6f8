package dev.sluice.state.review;

import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.Digest;
import dev.sluice.canonical.Json;
import dev.sluice.state.store.Decision;
import dev.sluice.state.store.PeerTransaction;
import dev.sluice.state.store.Resolution;
import dev.sluice.state.store.SiteIdentity;
import dev.sluice.state.store.StoreTransaction;
import dev.sluice.state.store.Take;
import dev.sluice.state.store.Verdict;
import java.util.Optional;

/**
 * Decisions as signed statements. A decision names the batch by the digest of its content, so it
 * holds for exactly what was looked at.
 */
public final class DecisionBook {
  private static final String FORMAT = "sluice-decision/1";

  private final ReviewSeal seal;

  public DecisionBook(ReviewSeal seal) {
    this.seal = seal;
  }

  /**
   * What a person says, before it is bound to a batch.
   *
   * @param take for an approval of conflicts: whose versions count
   */
  public record Statement(
      Verdict verdict, String by, String reason, String note, Optional<Take> take) {
    public Statement(Verdict verdict, String by, String reason, String note) {
      this(verdict, by, reason, note, Optional.empty());
    }
  }

  /**
   * Signs {@code statement} about {@code batch} and adds it to the book.
   *
   * @throws IllegalArgumentException if it resolves a conflict and the batch is in none
   */
  public Decision record(StoreTransaction transaction, ListedBatch batch, Statement statement) {
    var unsigned =
        new Decision(
            batch.direction(),
            batch.root(),
            batch.id(),
            statement.verdict(),
            statement.by(),
            statement.reason(),
            statement.note(),
            transaction.now(),
            statement.take().map(take -> new Resolution(take, collision(batch))),
            "");
    String signature = seal.seal(message(transaction.site(), batch.peer(), unsigned));
    Decision signed = with(unsigned, signature);
    PeerTransaction peer = transaction.peer(batch.peer());
    peer.decide(signed);
    return signed;
  }

  private static Digest collision(ListedBatch batch) {
    return batch
        .diff()
        .collision()
        .orElseThrow(() -> new IllegalArgumentException("no conflict over " + batch.root()));
  }

  /** Whether the signature on a decision that was read back still fits. */
  public boolean isGenuine(SiteIdentity site, String peer, Decision decision) {
    return seal.fits(message(site, peer, decision), decision.signature());
  }

  private static byte[] message(SiteIdentity site, String peer, Decision decision) {
    var message =
        Json.object()
            .put("at", decision.at().toString())
            .put("batch", decision.batch())
            .put("by", decision.by())
            .put("direction", decision.direction().toString())
            .put("format", FORMAT)
            .put("note", decision.note())
            .put("peer", peer)
            .put("reason", decision.reason())
            .put("root", decision.root().text())
            .put("site", site.name())
            .put("verdict", decision.verdict().toString());
    decision
        .resolution()
        .ifPresent(
            resolution ->
                message.put("here", resolution.here()).put("take", resolution.take().toString()));
    return CanonicalJson.write(message.build());
  }

  private static Decision with(Decision decision, String signature) {
    return new Decision(
        decision.direction(),
        decision.root(),
        decision.batch(),
        decision.verdict(),
        decision.by(),
        decision.reason(),
        decision.note(),
        decision.at(),
        decision.resolution(),
        signature);
  }
}
