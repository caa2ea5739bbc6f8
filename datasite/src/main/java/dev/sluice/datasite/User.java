package dev.sluice.datasite;

import dev.sluice.state.ObjectId;
import dev.sluice.state.StateObject;

/**
 * A researcher.
 *
 * @param institution may be empty
 */
public record User(ObjectId id, String email, String name, String institution) {
  static User of(StateObject object) {
    return new User(
        object.id(),
        object.owner(),
        object.text("name").orElse(""),
        object.text("institution").orElse(""));
  }
}
