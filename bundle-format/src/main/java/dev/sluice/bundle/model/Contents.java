package dev.sluice.bundle.model;

import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.Digest;
import dev.sluice.canonical.Fields;
import dev.sluice.canonical.Json;
import dev.sluice.canonical.JsonLimits;
import dev.sluice.canonical.NotCanonicalException;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code contents.json}: the encrypted table of contents. It repeats the routing, names the signer,
 * lists every entry, and carries the payload that the two sides' programs exchange.
 *
 * @param routing the same as the manifest's
 * @param signer fingerprint of the key that signs this bundle, so that nobody else can adopt it
 * @param history roots of up to 16 bundles before it, newest first: tells which stick went missing
 * @param entries all documents and blobs, in the order of the volumes
 * @param recipes blobs that the recipient makes itself, by their digests
 * @param payload what the bundle says; its meaning is not the format's business
 */
public record Contents(
    Routing routing,
    String signer,
    List<Digest> history,
    List<Entry> entries,
    List<Recipe> recipes,
    Json.Obj payload) {
  /** Roots of earlier bundles that are repeated at most. */
  public static final int MOST_HISTORY = 16;

  /**
   * One entry.
   *
   * @param name its name in the archive
   * @param bytes its length
   * @param volume file name of the volume that holds it
   */
  public record Entry(EntryName name, long bytes, VolumeName volume) {}

  public Contents {
    history = List.copyOf(history);
    entries = List.copyOf(entries);
    recipes = List.copyOf(recipes);
  }

  /** The entry's bytes. */
  public byte[] bytes() {
    return CanonicalJson.write(
        routing
            .writeTo(Json.object())
            .put("entries", Json.array(entries.stream().map(Contents::entryJson).toList()))
            .put("history", Json.texts(history.stream().map(Digest::hex).toList()))
            .put("payload", payload)
            .put("recipes", Json.array(recipes.stream().map(Recipe::toJson).toList()))
            .put("signer", signer)
            .build());
  }

  private static Json entryJson(Entry entry) {
    return Json.object()
        .put("bytes", entry.bytes())
        .put("in", entry.volume().text())
        .put("name", entry.name().text())
        .build();
  }

  /**
   * Reads the entry.
   *
   * @throws NotCanonicalException unless the bytes are exactly what {@link #bytes} would write
   */
  public static Contents parse(byte[] bytes, BundleLimits limits) throws NotCanonicalException {
    Fields fields = Fields.of("contents", CanonicalJson.parseObject(bytes, JsonLimits.CONTENTS));
    var entries = new ArrayList<Entry>();
    for (Json json : fields.array("entries", limits.entries())) {
      entries.add(entry(Fields.of("contents.entries", json), limits));
    }
    EntryOrder.check(entries);
    var recipes = new ArrayList<Recipe>();
    for (Json json : fields.array("recipes", limits.pieces())) {
      recipes.add(Recipe.fromJson(json, limits));
    }
    RecipeOrder.check(recipes, entries, limits);
    var history = new ArrayList<Digest>();
    for (String root : fields.texts("history", MOST_HISTORY)) {
      history.add(Digest.parse(root));
    }
    var contents =
        new Contents(
            Routing.readFrom(fields),
            fields.text("signer"),
            history,
            entries,
            recipes,
            fields.object("payload"));
    fields.end();
    return contents;
  }

  private static Entry entry(Fields fields, BundleLimits limits) throws NotCanonicalException {
    String volume = fields.text("in");
    var entry =
        new Entry(
            EntryName.parse(fields.text("name")),
            fields.integer("bytes", 0, limits.tarBytes()),
            VolumeName.parse(volume).orElseThrow(() -> fields.refused("in", "is no volume name")));
    fields.end();
    return entry;
  }
}
