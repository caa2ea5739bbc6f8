package dev.sluice.datasite;

import dev.sluice.state.ObjectId;
import dev.sluice.state.StateObject;
import dev.sluice.state.kind.Kinds;
import java.util.Optional;

/**
 * What a researcher is told. It never holds private content.
 *
 * <p>Its id is made from the occasion, so nobody is told the same twice.
 *
 * @param to e-mail of the reader
 * @param sent when, as text in the form of ISO 8601
 * @param about the request or job that it belongs to
 */
public record Message(
    ObjectId id, String to, String subject, String body, String sent, Optional<ObjectId> about) {
  static final String KIND = "message";

  static Message of(StateObject object) {
    return new Message(
        object.id(),
        object.text("to").orElse(""),
        object.text("subject").orElse(""),
        object.text("body").orElse(""),
        object.text("sent").orElse(""),
        Values.reference(object, "about"));
  }

  /** The message about one occasion. */
  static ObjectId idOf(Kinds kinds, String occasion) {
    return ObjectId.named(kinds.kind(KIND).orElseThrow().prefix(), occasion);
  }

  /** Tells that a request was denied although it had got in. */
  static Message ofRejection(StateObject request, String reason, Kinds kinds, String sent) {
    return rejection(idOf(kinds, "denied\n" + request.id()), request, Optional.of(reason), sent);
  }

  /** Tells that a request was rejected. */
  static Message rejection(ObjectId id, StateObject request, Optional<String> reason, String sent) {
    String name = request.text("name").orElse("");
    return new Message(
        id,
        request.owner(),
        "Your request " + name + " was rejected",
        "The data owner rejected your request "
            + request.id()
            + " ("
            + name
            + ")."
            + reason.map(why -> "\nReason: " + why).orElse(""),
        sent,
        Optional.of(request.id()));
  }

  /** Tells that a result can be read. */
  static Message ofResult(ObjectId result, StateObject job, Kinds kinds, String sent) {
    String request = job.text("request").orElse("");
    String name = job.text("name").orElse("");
    return new Message(
        idOfResult(kinds, result),
        job.owner(),
        "A result of your request " + name + " was released",
        "You can read the result " + result + " of your request " + request + " (" + name + ").",
        sent,
        Optional.of(job.id()));
  }

  /** Tells that something released before is taken back. */
  static Message ofWithdrawal(StateObject object, String reason, Kinds kinds, String sent) {
    return new Message(
        idOf(kinds, "withdrawn\n" + object.id()),
        object.owner(),
        "A " + object.kind() + " that you could read was withdrawn",
        "The data owner withdrew the "
            + object.kind()
            + " "
            + object.id()
            + ". It is removed here and can no longer be read. Please delete copies that you made."
            + "\nReason: "
            + reason,
        sent,
        Optional.of(object.id()));
  }

  static ObjectId idOfResult(Kinds kinds, ObjectId result) {
    return idOf(kinds, "released\n" + result);
  }

  StateObject object() {
    StateObject object =
        StateObject.create(id, KIND, to)
            .with("to", to)
            .with("subject", subject)
            .with("body", body)
            .with("sent", sent);
    return about.map(target -> object.with("about", target.text())).orElse(object);
  }
}
