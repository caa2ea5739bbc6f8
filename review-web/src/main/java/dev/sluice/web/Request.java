package dev.sluice.web;

import java.util.List;

/**
 * A request that may be answered.
 *
 * @param method GET or POST
 * @param path the decoded path
 * @param query its fields
 * @param form the fields of a POST's body
 */
record Request(String method, String path, FormFields query, FormFields form) {
  boolean asksOnly() {
    return method.equals("GET");
  }

  /** The path between its slashes; empty for the root. */
  List<String> segments() {
    return path.equals("/") ? List.of() : List.of(path.substring(1).split("/", -1));
  }
}
