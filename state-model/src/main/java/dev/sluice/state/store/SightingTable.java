package dev.sluice.state.store;

import dev.sluice.state.PartRef;
import java.util.HashMap;
import java.util.Map;

/** Tracked files, as they were read last. */
final class SightingTable {
  private final Sql sql;

  SightingTable(Sql sql) {
    this.sql = sql;
  }

  void put(String folder, String tree, String path, Sighting sighting) {
    sql.update(
        "INSERT INTO sighting (folder, tree, path, stamp, digest) VALUES (?, ?, ?, ?, ?)"
            + " ON CONFLICT DO UPDATE SET stamp = excluded.stamp, digest = excluded.digest",
        folder,
        tree,
        path,
        sighting.stamp(),
        sighting.content().digest());
  }

  void remove(String folder, String tree, String path) {
    sql.update(
        "DELETE FROM sighting WHERE folder = ? AND tree = ? AND path = ?", folder, tree, path);
  }

  void removeAll(String folder, String tree) {
    sql.update("DELETE FROM sighting WHERE folder = ? AND tree = ?", folder, tree);
  }

  /** A row whose blob is no longer kept says nothing. */
  Map<String, Sighting> of(String folder, String tree) {
    var sightings = new HashMap<String, Sighting>();
    sql.list(
            "SELECT path, stamp, digest, blob.bytes FROM sighting JOIN blob USING (digest)"
                + " WHERE folder = ? AND tree = ?",
            row ->
                Map.entry(
                    row.text(1),
                    new Sighting(row.text(2), new PartRef(row.digest(3), row.integer(4)))),
            folder,
            tree)
        .forEach(entry -> sightings.put(entry.getKey(), entry.getValue()));
    return sightings;
  }
}
