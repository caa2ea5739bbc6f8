package dev.sluice.datasite;

import dev.sluice.state.ObjectId;
import dev.sluice.state.StateObject;
import java.util.List;
import java.util.Optional;

/**
 * A researcher's wish to have code run on private data.
 *
 * @param name of the request and of the function to call
 * @param requester e-mail
 * @param code the code object, see {@link Code}
 */
public record Request(
    ObjectId id,
    String name,
    String requester,
    String purpose,
    RequestStatus status,
    List<String> tags,
    Optional<ObjectId> project,
    Optional<ObjectId> code) {
  static final String KIND = "request";

  public Request {
    tags = List.copyOf(tags);
  }

  static Request of(StateObject object) {
    return new Request(
        object.id(),
        object.text("name").orElse(""),
        object.owner(),
        object.text("purpose").orElse(""),
        RequestStatus.of(object),
        Values.texts(object, "tags"),
        Values.reference(object, "project"),
        Values.reference(object, "code"));
  }
}
