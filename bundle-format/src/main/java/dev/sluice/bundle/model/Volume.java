package dev.sluice.bundle.model;

import dev.sluice.canonical.Fields;
import dev.sluice.canonical.Json;
import dev.sluice.canonical.NotCanonicalException;

/**
 * One volume as the manifest lists it.
 *
 * @param name file name
 * @param bytes length on the medium
 * @param tar length once decrypted and decompressed
 * @param entries number of tar entries
 */
public record Volume(VolumeName name, long bytes, long tar, int entries) {
  Json toJson() {
    return Json.object()
        .put("bytes", bytes)
        .put("entries", entries)
        .put("name", name.text())
        .put("tar", tar)
        .build();
  }

  static Volume fromJson(Json json, BundleLimits limits) throws NotCanonicalException {
    Fields fields = Fields.of("manifest.files", json);
    String text = fields.text("name");
    var name =
        VolumeName.parse(text).orElseThrow(() -> fields.refused("name", "is no volume name"));
    var volume =
        new Volume(
            name,
            fields.integer("bytes", 0, limits.volumeBytes()),
            fields.integer("tar", 0, limits.tarBytes()),
            (int) fields.integer("entries", 1, limits.entries()));
    fields.end();
    return volume;
  }
}
