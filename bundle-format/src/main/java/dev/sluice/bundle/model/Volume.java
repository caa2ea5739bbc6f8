package dev.sluice.bundle.model;

import dev.sluice.canonical.Fields;
import dev.sluice.canonical.Json;
import dev.sluice.canonical.NotCanonicalException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One volume as the manifest lists it.
 *
 * @param name file name
 * @param bytes length on the medium
 * @param tar length once decrypted and decompressed; 0 for parity
 * @param entries number of tar entries; 0 for parity
 */
public record Volume(VolumeName name, long bytes, long tar, int entries) {
  /** Parity volume {@code number} of {@code packed}, as long as the longest of those. */
  public static Volume parity(int number, List<Volume> packed) {
    long longest = packed.stream().mapToLong(Volume::bytes).max().orElse(0);
    return new Volume(VolumeName.parity(number), longest, 0, 0);
  }

  /** File names in a row, with spaces between. */
  public static String names(Collection<Volume> volumes) {
    return volumes.stream().map(volume -> volume.name().text()).collect(Collectors.joining(" "));
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
