package dev.sluice.cli.site;

import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.pairing.ConfirmedPairing;
import dev.sluice.bundle.ssh.SshPublicKey;
import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.Fields;
import dev.sluice.canonical.Json;
import dev.sluice.canonical.JsonLimits;
import dev.sluice.canonical.NotCanonicalException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keys of a peer that are believed up to a bundle number only. By number and not by time, since a
 * thief can write any time but no number that was used already.
 *
 * @param last by the key's fingerprint
 */
public record Revocations(Map<String, Long> last) {
  private static final String FORMAT = "sluice-revocations/1";

  public Revocations {
    last = Map.copyOf(last);
  }

  static Revocations none() {
    return new Revocations(Map.of());
  }

  /** These and {@code key}; a lower number that is there already stays. */
  Revocations and(SshPublicKey key, long number) {
    var more = new TreeMap<>(last);
    more.merge(key.fingerprint(), number, Math::min);
    return new Revocations(more);
  }

  /** {@code pairing} as far as it counts. */
  ConfirmedPairing applyTo(ConfirmedPairing pairing) {
    ConfirmedPairing counted = pairing;
    for (Direction direction : Direction.values()) {
      Long number = last.get(pairing.pairing().sender(direction).signing().fingerprint());
      if (number != null) {
        counted = counted.revokedAfter(direction, number);
      }
    }
    return counted;
  }

  byte[] bytes() {
    var keys = Json.object();
    last.forEach(keys::put);
    return CanonicalJson.write(
        Json.object().put("format", FORMAT).put("last", keys.build()).build());
  }

  static Revocations parse(byte[] file) throws SiteException {
    try {
      Fields fields = Fields.of("revocations", CanonicalJson.parseObject(file, JsonLimits.SMALL));
      boolean known = fields.text("format").equals(FORMAT);
      Json.Obj keys = fields.object("last");
      fields.end();
      if (known) {
        return read(keys);
      }
    } catch (NotCanonicalException e) {
      throw new SiteException(
          SiteException.Reason.KEY, "revoked.json is damaged: " + e.getMessage());
    }
    throw new SiteException(
        SiteException.Reason.KEY, "revoked.json was made by another version of sluice");
  }

  private static Revocations read(Json.Obj keys) throws NotCanonicalException {
    Fields numbers = Fields.of("revocations.last", keys);
    var last = new TreeMap<String, Long>();
    for (String fingerprint : keys.fields().keySet()) {
      last.put(fingerprint, numbers.integer(fingerprint, 0, Json.MAX_INTEGER));
    }
    return new Revocations(last);
  }
}
