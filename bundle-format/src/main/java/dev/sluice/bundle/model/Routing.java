package dev.sluice.bundle.model;

import dev.sluice.canonical.Digest;
import dev.sluice.canonical.Fields;
import dev.sluice.canonical.Json;
import dev.sluice.canonical.NotCanonicalException;
import java.util.regex.Pattern;

/**
 * Where a bundle comes from and stands. It is written twice, in the manifest and inside the
 * encryption, so that neither can be exchanged for another bundle's.
 *
 * @param bundle 32 lower-case hex digits, random; makes the contents' digest unguessable
 * @param pairing digest of the pairing: binds both sides, their keys, suite and rules
 * @param direction which way it travels
 * @param sequence number of the bundle in its direction, from 1; only ever rises
 * @param previous root of the bundle before it, {@link Digest#ZERO} for the first
 */
public record Routing(
    String bundle, Digest pairing, Direction direction, long sequence, Digest previous) {
  private static final Pattern BUNDLE = Pattern.compile("[0-9a-f]{32}");
  private static final Pattern FOLDER = Pattern.compile("[0-9]{6,16}-[0-9a-f]{8}");

  /** The fields, to be added to an object. */
  public Json.Builder writeTo(Json.Builder object) {
    return object
        .put("bundle", bundle)
        .put("direction", direction.toString())
        .put("pairing", pairing)
        .put("previous", previous)
        .put("sequence", sequence);
  }

  /** Reads the fields back. */
  public static Routing readFrom(Fields fields) throws NotCanonicalException {
    String bundle = fields.text("bundle");
    if (!BUNDLE.matcher(bundle).matches()) {
      throw fields.refused("bundle", "is not 32 lower-case hex digits");
    }
    return new Routing(
        bundle,
        fields.digest("pairing"),
        fields.word("direction", Direction.class),
        fields.integer("sequence", 1, Json.MAX_INTEGER),
        fields.digest("previous"));
  }

  /** Name of the bundle's folder on a medium: a hint for people, never believed. */
  public String folderName() {
    String salt = pairing.hex() + direction + sequence + bundle;
    Digest hint = Digest.of(salt.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    return "%06d-%s".formatted(sequence, hint.hex().substring(0, 8));
  }

  /** Whether {@link #folderName} could have given {@code name}. */
  public static boolean isFolderName(String name) {
    return FOLDER.matcher(name).matches();
  }
}
