package dev.sluice.bundle.pairing;

import dev.sluice.bundle.model.Direction;
import dev.sluice.canonical.Digest;
import dev.sluice.canonical.Fields;
import dev.sluice.canonical.Json;
import dev.sluice.canonical.NotCanonicalException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * That a pairing takes the place of an older one between the same sites.
 *
 * @param pairing digest of the older one
 * @param version how many pairings there have been with this one, from 2
 * @param last number of the last bundle that counts under the older one, by direction; 0 for none
 */
public record Supersession(Digest pairing, int version, Map<Direction, Long> last) {
  private static final int MOST_VERSIONS = 10_000;

  public Supersession {
    if (version < 2 || version > MOST_VERSIONS || last.size() != Direction.values().length) {
      throw new IllegalArgumentException("not a version, or a direction is missing");
    }
    last = Collections.unmodifiableMap(new EnumMap<>(last));
  }

  Json.Obj toJson() {
    var numbers = Json.object();
    last.forEach((direction, number) -> numbers.put(direction.toString(), number));
    return Json.object()
        .put("last", numbers.build())
        .put("pairing", pairing)
        .put("version", version)
        .build();
  }

  static Supersession fromJson(Fields fields) throws NotCanonicalException {
    Fields numbers = fields.fields("last");
    var last = new EnumMap<Direction, Long>(Direction.class);
    for (Direction direction : Direction.values()) {
      last.put(direction, numbers.integer(direction.toString(), 0, Json.MAX_INTEGER));
    }
    numbers.end();
    var supersession =
        new Supersession(
            fields.digest("pairing"), (int) fields.integer("version", 2, MOST_VERSIONS), last);
    fields.end();
    return supersession;
  }
}
