package dev.sluice.bundle.model;

import dev.sluice.bundle.parity.ErasureCode;
import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.Digest;
import dev.sluice.canonical.Fields;
import dev.sluice.canonical.Json;
import dev.sluice.canonical.JsonLimits;
import dev.sluice.canonical.NotCanonicalException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * {@code manifest.json}: what may be known of a bundle without a key. Numbers, digests and fixed
 * words only; no name, title or path of any person or object.
 *
 * @param routing where it belongs
 * @param contents digest of the encrypted table of contents: the sender's commitment to the
 *     plaintext
 * @param created when it was sealed, whole seconds; shown, never decides
 * @param expires after this the importer warns
 * @param payload how volumes are packed
 * @param stanzas recipients of each volume; 0 for a plain payload
 * @param volumes in order; those of parity last
 */
public record Manifest(
    Routing routing,
    Digest contents,
    Instant created,
    Instant expires,
    PayloadMode payload,
    int stanzas,
    List<Volume> volumes) {
  /** The format that this version writes and reads. */
  public static final String FORMAT = "sluice-bundle/1";

  private static final String KIND = "delta";
  private static final int MOST_STANZAS = 16;

  public Manifest {
    volumes = List.copyOf(volumes);
  }

  /** The volumes that hold entries, in order. */
  public List<Volume> packed() {
    return volumes.stream().filter(volume -> !volume.isParity()).toList();
  }

  /** The volumes that make up for lost ones, in order; as many as they are can be lost. */
  public List<Volume> parity() {
    return volumes.stream().filter(Volume::isParity).toList();
  }

  /** How many volumes are wanting to have all packed ones, where {@code held} of any are there. */
  public int wanting(int held) {
    return Math.max(0, packed().size() - held);
  }

  /** The file's bytes. */
  public byte[] bytes() {
    return CanonicalJson.write(
        routing
            .writeTo(Json.object())
            .put("contents", contents)
            .put("created", created.toString())
            .put("expires", expires.toString())
            .put("files", Json.array(volumes.stream().map(Volume::toJson).toList()))
            .put("format", FORMAT)
            .put("kind", KIND)
            .put("payload", payload.toString())
            .put("stanzas", stanzas)
            .build());
  }

  /**
   * Reads the file.
   *
   * @throws BundleRejectedException UNKNOWN_FORMAT or MANIFEST_FORM
   */
  public static Manifest parse(byte[] bytes, BundleLimits limits) throws BundleRejectedException {
    try {
      Fields fields = Fields.of("manifest", CanonicalJson.parseObject(bytes, JsonLimits.SMALL));
      if (!fields.text("format").equals(FORMAT)) {
        throw new BundleRejectedException(
            RejectionReason.UNKNOWN_FORMAT, Sums.MANIFEST, "the bundle is not " + FORMAT);
      }
      return read(fields, limits);
    } catch (NotCanonicalException e) {
      throw new BundleRejectedException(
          RejectionReason.MANIFEST_FORM, Sums.MANIFEST, e.getMessage());
    }
  }

  private static Manifest read(Fields fields, BundleLimits limits) throws NotCanonicalException {
    if (!fields.text("kind").equals(KIND)) {
      throw fields.refused("kind", "is not a known word");
    }
    var volumes = new ArrayList<Volume>();
    for (Json file : fields.array("files", limits.volumes())) {
      volumes.add(Volume.fromJson(file, limits));
    }
    var manifest =
        new Manifest(
            Routing.readFrom(fields),
            fields.digest("contents"),
            instant(fields, "created"),
            instant(fields, "expires"),
            fields.word("payload", PayloadMode.class),
            (int) fields.integer("stanzas", 0, MOST_STANZAS),
            volumes);
    fields.end();
    if (!manifest.parity().equals(expectedParity(manifest))) {
      throw fields.refused("files", "lists parity that does not fit the volumes");
    }
    return manifest;
  }

  /** As many parity volumes as there are, in the one form that they can have: the last ones. */
  private static List<Volume> expectedParity(Manifest manifest) {
    List<Volume> packed = manifest.packed();
    int count = manifest.volumes().size() - packed.size();
    boolean last = manifest.volumes().subList(0, packed.size()).equals(packed);
    if (!last || (count > 0 && manifest.volumes().size() > ErasureCode.MOST_SHARDS)) {
      return List.of();
    }
    return IntStream.rangeClosed(1, count)
        .mapToObj(number -> Volume.parity(number, packed))
        .toList();
  }

  private static Instant instant(Fields fields, String key) throws NotCanonicalException {
    String text = fields.text(key);
    try {
      Instant instant = Instant.parse(text);
      if (instant.truncatedTo(ChronoUnit.SECONDS).toString().equals(text)) {
        return instant;
      }
    } catch (DateTimeException e) {
      throw fields.refused(key, "is not a time");
    }
    throw fields.refused(key, "is not in the one form of a time");
  }
}
