package dev.sluice.cli.command;

import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.Json;
import dev.sluice.cli.console.DataSize;
import dev.sluice.cli.console.Facts;
import dev.sluice.state.ObjectId;
import dev.sluice.state.Side;
import dev.sluice.state.StateObject;
import dev.sluice.state.kind.Exposure;
import dev.sluice.state.kind.FieldRule;
import dev.sluice.state.kind.Kind;
import dev.sluice.state.store.Peer;
import java.time.Instant;
import java.util.Optional;

/** What is said of one object: its fields, its parts, and when both sides last had the same. */
final class ObjectFacts {
  private ObjectFacts() {}

  /** When both sides last had the same version, for each peer. */
  static Facts agreed(Session session, ObjectId id) throws Exception {
    return session.<Facts, RuntimeException>read(
        view -> {
          Facts facts = Facts.none();
          for (Peer peer : view.peers()) {
            Optional<Instant> at = view.peer(peer.name()).agreedAt(id);
            if (at.isPresent()) {
              facts = facts.and("agreed with " + peer.name(), at.get().toString());
            }
          }
          return facts;
        });
  }

  /** On the low side a released private field is its researcher's. */
  static Facts fields(StateObject found, Kind kind, Side side) {
    Facts facts = Facts.none();
    for (var field : found.fields().entrySet()) {
      Exposure exposure =
          kind.field(field.getKey()).map(FieldRule::exposure).orElse(Exposure.LOCAL);
      if (side == Side.HIGH || exposure != Exposure.PRIVATE) {
        facts = facts.and(field.getKey(), text(field.getValue()));
      }
    }
    return facts;
  }

  private static String text(Json value) {
    return value instanceof Json.Text text ? text.value() : CanonicalJson.text(value);
  }

  static Facts parts(StateObject found, Kind kind) {
    Facts facts = Facts.none();
    for (var part : found.parts().entrySet()) {
      Exposure exposure = kind.part(part.getKey()).orElse(Exposure.LOCAL);
      facts =
          facts.and(
              part.getKey(),
              exposure
                  + ", "
                  + DataSize.text(part.getValue().bytes())
                  + ", sha256 "
                  + part.getValue().digest());
    }
    return facts;
  }
}
