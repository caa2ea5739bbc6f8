package dev.sluice.datasite;

import dev.sluice.state.ObjectId;
import dev.sluice.state.StateObject;
import java.util.List;

/**
 * What a group of requests is for.
 *
 * @param creator e-mail of the researcher who started it
 * @param members e-mails of all who take part
 */
public record Project(
    ObjectId id, String name, String description, String creator, List<String> members) {
  public Project {
    members = List.copyOf(members);
  }

  static Project of(StateObject object) {
    return new Project(
        object.id(),
        object.text("name").orElse(""),
        object.text("description").orElse(""),
        object.owner(),
        Values.texts(object, "members"));
  }
}
