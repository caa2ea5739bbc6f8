package dev.sluice.datasite;

import dev.sluice.canonical.Json;
import dev.sluice.state.ObjectId;
import dev.sluice.state.PartRef;
import dev.sluice.state.StateObject;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A function in two versions under one path: researchers call the mock, the high side the private
 * one.
 *
 * @param path what it is called by, for instance {@code payroll.mean}
 * @param owner e-mail of the data owner
 * @param settings what both functions may read, on both sides
 * @param localSettings what only the functions of this side may read; never leaves it
 * @param mock the function that everybody may see
 * @param function the private function; only on the high side, and never leaves it
 */
public record Endpoint(
    ObjectId id,
    String path,
    String description,
    String owner,
    SortedMap<String, Json> settings,
    SortedMap<String, Json> localSettings,
    Optional<PartRef> mock,
    Optional<PartRef> function) {
  static final String KIND = "endpoint";
  static final String MOCK = "mock_function";
  static final String PRIVATE = "private_function";
  static final String SETTINGS = "settings";
  static final String LOCAL_SETTINGS = "local_settings";

  static Endpoint of(StateObject object) {
    return new Endpoint(
        object.id(),
        object.text("path").orElse(""),
        object.text("description").orElse(""),
        object.owner(),
        settings(object, SETTINGS),
        settings(object, LOCAL_SETTINGS),
        object.part(MOCK),
        object.part(PRIVATE));
  }

  private static SortedMap<String, Json> settings(StateObject object, String field) {
    return object.fields().get(field) instanceof Json.Obj settings
        ? settings.fields()
        : Collections.emptySortedMap();
  }
}
