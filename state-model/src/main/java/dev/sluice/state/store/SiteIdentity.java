package dev.sluice.state.store;

import dev.sluice.state.Side;
import java.util.ArrayList;
import java.util.List;

/**
 * Which site a store belongs to.
 *
 * @param name what people call the site
 * @param side which side of the gap it is on
 * @param organisation who runs it; may be empty
 * @param incarnation random id (32 lower-case hex digits) of the history that this store continues
 * @param lineage former incarnations that this one knowingly succeeds, oldest first
 */
public record SiteIdentity(
    String name, Side side, String organisation, String incarnation, List<String> lineage) {
  public SiteIdentity {
    Incarnations.require(incarnation);
    lineage = List.copyOf(lineage);
    lineage.forEach(Incarnations::require);
    if (name.isBlank()) {
      throw new IllegalArgumentException("a site has a name");
    }
  }

  /** The same site, which now knows of one more former incarnation. */
  SiteIdentity remembering(String former) {
    var longer = new ArrayList<>(lineage);
    longer.add(former);
    return new SiteIdentity(name, side, organisation, incarnation, longer);
  }

  /** The same site in a new incarnation. */
  SiteIdentity succeededBy(String next) {
    return new SiteIdentity(name, side, organisation, next, remembering(incarnation).lineage);
  }
}
