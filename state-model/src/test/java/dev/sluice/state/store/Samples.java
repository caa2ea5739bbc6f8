package dev.sluice.state.store;

import dev.sluice.state.ObjectId;
import dev.sluice.state.Side;
import dev.sluice.state.StateObject;
import dev.sluice.state.audit.AuditEvent;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Values that the tests of this package share. */
final class Samples {
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T08:00:00Z"), ZoneOffset.UTC);
  static final String INCARNATION = "0123456789abcdef0123456789abcdef";
  static final AuditEvent CREATED = AuditEvent.of("site-created", "ana@high.example");
  static final AuditEvent CHANGED = AuditEvent.of("object-changed", "ana@high.example");

  private Samples() {}

  static SiteIdentity site() {
    return new SiteIdentity("high-lab", Side.HIGH, "Lab", INCARNATION, List.of());
  }

  static StateStore create(Path folder) throws StoreException {
    return StateStore.create(folder, site(), CREATED, CLOCK);
  }

  static StateStore open(Path folder) throws StoreException {
    return StateStore.open(folder, CLOCK);
  }

  static ObjectId id(String name) {
    return ObjectId.named("pj", name);
  }

  static StateObject project(String name) {
    return StateObject.create(id(name), "project", "ana@high.example").with("name", name);
  }
}
