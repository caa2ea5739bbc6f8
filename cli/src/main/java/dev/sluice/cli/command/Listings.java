package dev.sluice.cli.command;

import dev.sluice.canonical.Json;
import dev.sluice.cli.console.DataSize;
import dev.sluice.datasite.Asset;
import dev.sluice.datasite.Dataset;
import dev.sluice.datasite.Endpoint;
import dev.sluice.datasite.FileTree;
import dev.sluice.datasite.Message;
import dev.sluice.datasite.Project;
import dev.sluice.datasite.Request;
import dev.sluice.datasite.User;
import dev.sluice.state.ObjectId;
import dev.sluice.state.PartRef;
import dev.sluice.state.Side;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** The things of a datasite as programs read them, the same in a list and alone. */
final class Listings {
  private static final String NOTHING = "-";

  private Listings() {}

  static Json user(User user) {
    return Json.object()
        .put("email", user.email())
        .put("id", user.id().text())
        .put("institution", user.institution())
        .put("name", user.name())
        .build();
  }

  static Json project(Project project) {
    return Json.object()
        .put("by", project.creator())
        .put("description", project.description())
        .put("id", project.id().text())
        .put("members", Json.texts(project.members()))
        .put("name", project.name())
        .build();
  }

  static Json dataset(Dataset dataset) {
    return Json.object()
        .put("assets", Json.array(dataset.assets().stream().map(Listings::asset).toList()))
        .put("description", dataset.description())
        .put("id", dataset.id().text())
        .put("name", dataset.name())
        .put("owner", dataset.owner())
        .build();
  }

  private static Json asset(Asset asset) {
    var json =
        Json.object()
            .put("format", asset.format())
            .put("id", asset.id().text())
            .put("name", asset.name());
    asset.mock().ifPresent(part -> json.put("mock_bytes", part.bytes()));
    asset.data().ifPresent(part -> json.put("private_bytes", part.bytes()));
    return json.build();
  }

  static Json endpoint(Endpoint endpoint, Side side) {
    var json =
        Json.object()
            .put("description", endpoint.description())
            .put("id", endpoint.id().text())
            .put("owner", endpoint.owner())
            .put("path", endpoint.path())
            .put("settings", new Json.Obj(endpoint.settings()));
    endpoint.mock().ifPresent(part -> json.put("mock_bytes", part.bytes()));
    if (side == Side.HIGH) {
      json.put("local_settings", new Json.Obj(endpoint.localSettings()));
      endpoint.function().ifPresent(part -> json.put("private_bytes", part.bytes()));
    }
    return json.build();
  }

  static Json files(FileTree tree) {
    return Json.object()
        .put("bytes", tree.bytes())
        .put("files", tree.files().size())
        .put("id", tree.id().text())
        .put("name", tree.name())
        .put("owner", tree.owner())
        .build();
  }

  static Json request(Request request) {
    var json =
        Json.object()
            .put("by", request.requester())
            .put("id", request.id().text())
            .put("name", request.name())
            .put("purpose", request.purpose())
            .put("status", request.status().word())
            .put("tags", Json.texts(request.tags()));
    request.status().reason().ifPresent(reason -> json.put("reason", reason));
    id(request.code()).ifPresent(id -> json.put("code", id));
    id(request.project()).ifPresent(id -> json.put("project", id));
    return json.build();
  }

  static Json message(Message message) {
    var json =
        Json.object()
            .put("body", message.body())
            .put("id", message.id().text())
            .put("sent", message.sent())
            .put("subject", message.subject())
            .put("to", message.to());
    id(message.about()).ifPresent(id -> json.put("about", id));
    return json.build();
  }

  private static Optional<String> id(Optional<ObjectId> id) {
    return id.map(ObjectId::text);
  }

  /** The size of a part for people. */
  static String size(Optional<PartRef> part) {
    return part.map(present -> DataSize.text(present.bytes())).orElse(NOTHING);
  }

  /** The size of one version of all files of a dataset. */
  static String size(Dataset dataset, Function<Asset, Optional<PartRef>> version) {
    OptionalLong bytes =
        dataset.assets().stream()
            .flatMap(asset -> version.apply(asset).stream())
            .mapToLong(PartRef::bytes)
            .reduce(Math::addExact);
    return bytes.isPresent() ? DataSize.text(bytes.getAsLong()) : NOTHING;
  }
}
