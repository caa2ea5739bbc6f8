package dev.sluice.state.store;

import dev.sluice.state.Side;

/** The one row that says whose store this is. */
final class SiteTable {
  private final Sql sql;

  SiteTable(Sql sql) {
    this.sql = sql;
  }

  void insert(SiteIdentity site) {
    sql.update(
        "INSERT INTO site (only_row, name, side, organisation, incarnation, lineage)"
            + " VALUES (1, ?, ?, ?, ?, ?)",
        site.name(),
        site.side(),
        site.organisation(),
        site.incarnation(),
        Incarnations.join(site.lineage()));
  }

  void setHistory(SiteIdentity site) {
    sql.update(
        "UPDATE site SET incarnation = ?, lineage = ?",
        site.incarnation(),
        Incarnations.join(site.lineage()));
  }

  SiteIdentity get() {
    return sql.first(
            "SELECT name, side, organisation, incarnation, lineage FROM site", SiteTable::site)
        .orElseThrow(() -> StoreFailure.damaged("the store does not say whose it is"));
  }

  private static SiteIdentity site(Row row) {
    return new SiteIdentity(
        row.text(1),
        row.word(2, Side.class),
        row.text(3),
        row.text(4),
        Incarnations.split(row.text(5)));
  }
}
