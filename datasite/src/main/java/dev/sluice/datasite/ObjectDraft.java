package dev.sluice.datasite;

import java.nio.file.Path;
import java.util.Map;

/**
 * An object of a declared kind to add or to bring up to date; what is left out stays as it is.
 *
 * @param kind name of a kind that the site declares
 * @param idName what the id is made from
 * @param owner e-mail of the person it belongs to
 * @param fields values as people type them; lists are separated by commas, objects are JSON
 * @param parts files to take in
 */
public record ObjectDraft(
    String kind, String idName, String owner, Map<String, String> fields, Map<String, Path> parts) {
  public ObjectDraft {
    fields = Map.copyOf(fields);
    parts = Map.copyOf(parts);
  }
}
