package dev.sluice.bundle.model;

import dev.sluice.canonical.Fields;
import dev.sluice.canonical.Json;
import dev.sluice.canonical.NotCanonicalException;

/**
 * One volume as the manifest lists it.
 *
 * @param name file name
 * @param bytes length on the medium
 * @param tar length once decrypted and decompressed; 0 for parity
 * @param entries number of tar entries; 0 for parity
 */
public record Volume(VolumeName name, long bytes, long tar, int entries) {
  /** Parity volume {@code number}. */
  public static Volume parity(int number, long bytes) {
    return new Volume(VolumeName.parity(number), bytes, 0, 0);
  }

  /** Whether it holds no entries, but makes up for a volume that does. */
  public boolean isParity() {
    return name.role() == VolumeName.Role.PARITY;
  }

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
    boolean packed = name.role() != VolumeName.Role.PARITY;
    var volume =
        new Volume(
            name,
            fields.integer("bytes", 0, limits.volumeBytes()),
            fields.integer("tar", 0, packed ? limits.tarBytes() : 0),
            (int) fields.integer("entries", packed ? 1 : 0, packed ? limits.entries() : 0));
    fields.end();
    return volume;
  }
}
