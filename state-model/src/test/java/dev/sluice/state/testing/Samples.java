package dev.sluice.state.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.canonical.Digest;
import dev.sluice.canonical.Json;
import dev.sluice.state.ObjectId;
import dev.sluice.state.PartRef;
import dev.sluice.state.StateObject;
import dev.sluice.state.VersionVector;
import dev.sluice.state.kind.Kind;
import dev.sluice.state.kind.Kinds;
import java.util.Arrays;

/** Small objects of the built-in kinds, named instead of numbered. */
public final class Samples {
  /** The incarnation of the low side in tests. */
  public static final String LOW = "1".repeat(32);

  /** The incarnation of the high side in tests. */
  public static final String HIGH = "2".repeat(32);

  private Samples() {}

  /** The id of the object of {@code kind} that tests call {@code name}. */
  public static ObjectId id(String kind, String name) {
    return ObjectId.named(kind(kind).prefix(), name);
  }

  /** An object with nothing but its title, edited once on the low side. */
  public static StateObject object(String kind, String name) {
    return StateObject.create(id(kind, name), kind, "ana@example.org")
        .with(kind(kind).title(), name)
        .withVector(VersionVector.NONE.editedBy(LOW));
  }

  /** A child of {@code job}, a log or a result, without parts. */
  public static StateObject ofJob(String kind, String name, StateObject job) {
    return StateObject.create(id(kind, name), kind, "ana@example.org")
        .with("job", job.id().text())
        .withVector(VersionVector.NONE.editedBy(HIGH));
  }

  /** The value of a field that refers to {@code targets}. */
  public static Json references(StateObject... targets) {
    return Json.texts(Arrays.stream(targets).map(target -> target.id().text()).toList());
  }

  /** A part with {@code text} as its content. */
  public static PartRef part(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return new PartRef(Digest.of(bytes), bytes.length);
  }

  private static Kind kind(String name) {
    return Kinds.builtIn().kind(name).orElseThrow();
  }
}
