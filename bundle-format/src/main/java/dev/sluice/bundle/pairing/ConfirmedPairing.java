package dev.sluice.bundle.pairing;

import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.ssh.AllowedSigners;
import dev.sluice.bundle.ssh.Namespace;
import dev.sluice.bundle.ssh.SshPublicKey;
import dev.sluice.canonical.Digest;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * A pairing that both sides have signed: the only thing that bundles are believed by. It comes out
 * of {@link SignedPairing#confirmed} and nowhere else.
 */
public final class ConfirmedPairing {
  /** How many days after the last day of a pairing its bundles may still arrive. */
  public static final int GRACE_DAYS = 30;

  private final SignedPairing signed;
  private final Digest digest;
  private final EnumMap<Direction, PairingLimit> limits;

  ConfirmedPairing(SignedPairing signed) {
    this(signed, new EnumMap<>(Direction.class));
  }

  private ConfirmedPairing(SignedPairing signed, EnumMap<Direction, PairingLimit> limits) {
    this.signed = signed;
    this.digest = signed.pairing().digest();
    this.limits = limits;
  }

  public Pairing pairing() {
    return signed.pairing();
  }

  public Digest digest() {
    return digest;
  }

  /** Up to where bundles of {@code direction} count; without an end if it is empty. */
  public Optional<PairingLimit> limit(Direction direction) {
    return Optional.ofNullable(limits.get(direction));
  }

  /**
   * This pairing as it counts once {@code next} has taken its place, and what has taken that one's.
   *
   * @throws PairingException as of {@link SignedPairing#requireFollows}
   */
  public ConfirmedPairing supersededBy(ConfirmedPairing next) throws PairingException {
    Supersession supersession = next.signed.requireFollows(this);
    var ended = new EnumMap<Direction, PairingLimit>(Direction.class);
    supersession
        .last()
        .forEach(
            (direction, last) -> {
              var limit = new PairingLimit(last, PairingLimit.Cause.SUPERSEDED);
              ended.put(direction, next.supersededAt(direction).map(limit::or).orElse(limit));
            });
    limits.forEach((direction, limit) -> ended.merge(direction, limit, PairingLimit::or));
    return new ConfirmedPairing(signed, ended);
  }

  /**
   * This pairing as it counts on {@code today}: once the last bundle that could be sealed under it
   * has outlived its time on the way, {@link #GRACE_DAYS} after the last day, not at all.
   */
  public ConfirmedPairing asOf(LocalDate today) {
    if (!today.isAfter(pairing().expires().plusDays(GRACE_DAYS))) {
      return this;
    }
    var ended = new EnumMap<Direction, PairingLimit>(Direction.class);
    for (Direction direction : Direction.values()) {
      ended.put(direction, new PairingLimit(0, PairingLimit.Cause.EXPIRED));
    }
    return new ConfirmedPairing(signed, ended);
  }

  private Optional<PairingLimit> supersededAt(Direction direction) {
    return limit(direction).filter(limit -> limit.cause() == PairingLimit.Cause.SUPERSEDED);
  }

  /** This pairing without what its sender of {@code direction} signs after bundle {@code last}. */
  public ConfirmedPairing revokedAfter(Direction direction, long last) {
    var ended = new EnumMap<>(limits);
    ended.merge(direction, new PairingLimit(last, PairingLimit.Cause.REVOKED), PairingLimit::or);
    return new ConfirmedPairing(signed, ended);
  }

  /**
   * The {@code allowed_signers} file with which {@code ssh-keygen -Y verify} applies this pairing.
   */
  public String allowedSigners() {
    var signers = new AllowedSigners();
    for (Card card : List.of(pairing().low(), pairing().high())) {
      SshPublicKey key = card.signing();
      signers.allow(card.name(), EnumSet.complementOf(EnumSet.of(Namespace.RELEASE)), key);
      card.composite()
          .ifPresent(second -> signers.allow(card.name(), EnumSet.of(Namespace.EXPORT), second));
    }
    return signers.text();
  }
}
