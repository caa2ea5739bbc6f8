package dev.sluice.bundle;

import dev.sluice.bundle.VolumePlan.Piece;
import dev.sluice.bundle.VolumePlan.PlannedVolume;
import dev.sluice.bundle.model.Contents;
import dev.sluice.bundle.model.EntryName;
import dev.sluice.bundle.model.Manifest;
import dev.sluice.bundle.model.PayloadMode;
import dev.sluice.bundle.model.Routing;
import dev.sluice.bundle.model.Volume;
import dev.sluice.bundle.pairing.ConfirmedPairing;
import dev.sluice.bundle.pairing.Demand;
import dev.sluice.bundle.ssh.AgentException;
import dev.sluice.bundle.ssh.Signer;
import dev.sluice.canonical.Digest;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Seals bundles of one pairing. The volumes are written first; the returned {@link SealedBundle}
 * holds the signed root, which makes them a bundle once it is published.
 */
public final class BundleWriter {
  private static final Duration SHELF_LIFE = Duration.ofDays(30);
  private static final String NO_BUNDLE_ID = "0".repeat(32);

  private final ConfirmedPairing pairing;
  private final Signer key;
  private final Optional<Signer> composite;
  private final SecureRandom random;
  private final Clock clock;

  public BundleWriter(ConfirmedPairing pairing, Signer key, SecureRandom random, Clock clock) {
    this(pairing, key, Optional.empty(), random, clock);
  }

  private BundleWriter(
      ConfirmedPairing pairing,
      Signer key,
      Optional<Signer> composite,
      SecureRandom random,
      Clock clock) {
    this.pairing = pairing;
    this.key = key;
    this.composite = composite;
    this.random = random;
    this.clock = clock;
  }

  /** This writer, with a second signature by {@code other}. */
  public BundleWriter alsoSignedBy(Signer other) {
    return new BundleWriter(pairing, key, Optional.of(other), random, clock);
  }

  /** The routing of a bundle to come, from which its folder gets its name. */
  public Routing route(BundleDraft draft) {
    return new Routing(
        bundleId(mode(draft)),
        pairing.digest(),
        draft.direction(),
        draft.sequence(),
        draft.previous());
  }

  /**
   * Writes the volumes of {@code draft} to {@code target} and signs their root.
   *
   * @param routing from {@link #route}
   * @throws BundleTooLargeException if no reader would take the bundle; nothing was written then
   */
  public SealedBundle seal(
      BundleDraft draft, Routing routing, BundleFolder target, VolumeLayout layout)
      throws IOException, BundleTooLargeException {
    PayloadMode mode = mode(draft);
    List<PlannedVolume> plan = VolumePlan.of(draft, mode, layout.bytes());
    byte[] contents = SealLimits.check(plan, layout, contents(draft, routing, plan));
    var packer =
        new VolumePacker(pairing.pairing().address(draft.direction()), random, layout.bytes());
    var volumes = new ArrayList<Volume>();
    var digests = new LinkedHashMap<String, Digest>();
    for (PlannedVolume planned : plan) {
      boolean first = volumes.isEmpty();
      String markName = first ? EntryName.CONTENTS : EntryName.VOLUME;
      byte[] mark = first ? contents : VerifiedCopy.volumeMark(routing.bundle(), planned.name());
      target.write(
          planned.name().text(),
          out -> {
            VolumePacker.Packed packed = packer.pack(planned, markName, mark, out);
            volumes.add(packed.volume());
            digests.put(planned.name().text(), packed.digest());
          });
    }
    addParity(layout.parity(), volumes, digests, target);
    Manifest manifest = manifest(routing, Digest.of(contents), mode, volumes);
    SealedBundle sealed = SealedBundle.sign(manifest, digests, key, composite);
    if (pairing.pairing().demands().contains(Demand.USER_VERIFICATION)
        && sealed.presence().filter(seen -> !seen.verified()).isPresent()) {
      throw new AgentException(
          AgentException.Reason.REFUSED,
          "the hardware key did not verify the person, which the pairing demands");
    }
    return sealed;
  }

  private static void addParity(
      int count, List<Volume> volumes, Map<String, Digest> digests, BundleFolder target)
      throws IOException {
    List<Volume> packed = List.copyOf(volumes);
    for (int number = 1; number <= count; number++) {
      Volume parity = Volume.parity(number, packed);
      String name = parity.name().text();
      target.write(name, out -> digests.put(name, Parity.write(parity, packed, target::read, out)));
      volumes.add(parity);
    }
  }

  private Contents contents(BundleDraft draft, Routing routing, List<PlannedVolume> plan) {
    var entries = new ArrayList<Contents.Entry>();
    for (PlannedVolume volume : plan) {
      for (Piece piece : volume.pieces()) {
        entries.add(new Contents.Entry(piece.name(), piece.bytes(), volume.name()));
      }
    }
    return new Contents(
        routing,
        key.publicKey().fingerprint(),
        draft.history(),
        entries,
        draft.recipes(),
        draft.payload());
  }

  private Manifest manifest(
      Routing routing, Digest contents, PayloadMode mode, List<Volume> volumes) {
    Instant created = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return new Manifest(
        routing,
        contents,
        created,
        created.plus(SHELF_LIFE),
        mode,
        mode == PayloadMode.AGE ? 1 : 0,
        volumes);
  }

  private PayloadMode mode(BundleDraft draft) {
    return pairing.pairing().payload(draft.direction());
  }

  /** A plain bundle hides nothing, so it needs no salt and stays reproducible. */
  private String bundleId(PayloadMode mode) {
    if (mode == PayloadMode.PLAIN) {
      return NO_BUNDLE_ID;
    }
    byte[] id = new byte[NO_BUNDLE_ID.length() / 2];
    random.nextBytes(id);
    return HexFormat.of().formatHex(id);
  }
}
