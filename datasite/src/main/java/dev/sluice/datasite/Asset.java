package dev.sluice.datasite;

import dev.sluice.state.ObjectId;
import dev.sluice.state.PartRef;
import dev.sluice.state.StateObject;
import java.util.Optional;

/**
 * One file of a dataset, in two versions.
 *
 * @param name the file name under which code finds it
 * @param format the name's ending
 * @param mock made-up data that everybody may see
 * @param data the private data; only on the high side, and never leaves it
 */
public record Asset(
    ObjectId id, String name, String format, Optional<PartRef> mock, Optional<PartRef> data) {
  static final String KIND = "asset";
  static final String MOCK = "mock";
  static final String DATA = "data";

  static Asset of(StateObject object) {
    return new Asset(
        object.id(),
        object.text("name").orElse(""),
        object.text("format").orElse(""),
        object.part(MOCK),
        object.part(DATA));
  }
}
