package dev.sluice.crash;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The commands of one round trip, in order. */
enum Step {
  EXPORT_UP("low"),
  IMPORT_UP("high"),
  APPROVE("high"),
  APPLY("high"),
  EXPORT_DOWN("high"),
  IMPORT_DOWN("low");

  private final String site;

  Step(String site) {
    this.site = site;
  }

  boolean isExport() {
    return this == EXPORT_UP || this == EXPORT_DOWN;
  }

  /** The medium of an export or import. */
  String stick() {
    return this == EXPORT_UP || this == IMPORT_UP ? "up" : "down";
  }

  /** The import that follows an export. */
  Step arrival() {
    return this == EXPORT_UP ? IMPORT_UP : IMPORT_DOWN;
  }

  /** The store of the site that the command works on. */
  Path store(Path folder) {
    return folder.resolve(site).resolve("store");
  }

  /** What to type, with both sites and both sticks in {@code folder}. */
  List<String> words(Path folder, String request) {
    var all = new ArrayList<>(List.of("-C", folder.resolve(site).toString(), "--no-input"));
    all.addAll(List.of("--as", "ana"));
    String up = folder.resolve("up").toString();
    String down = folder.resolve("down").toString();
    all.addAll(
        switch (this) {
          case EXPORT_UP -> List.of("export", "--out", up);
          case IMPORT_UP -> List.of("import", up);
          case APPROVE -> List.of("approve", request, "--reason", "a sum only");
          case APPLY -> List.of("apply", "--yes");
          case EXPORT_DOWN -> List.of("export", "--out", down, "--confirm-private", "0");
          case IMPORT_DOWN -> List.of("import", down);
        });
    return all;
  }
}
