package dev.sluice.datasite;

import dev.sluice.state.ObjectId;
import dev.sluice.state.StateObject;
import dev.sluice.state.StateView;
import java.util.Comparator;
import java.util.List;

/**
 * Data that researchers can ask for.
 *
 * @param owner e-mail of the data owner
 * @param assets its files, by name; usually one
 */
public record Dataset(
    ObjectId id, String name, String description, String owner, List<Asset> assets) {
  static final String KIND = "dataset";

  public Dataset {
    assets = List.copyOf(assets);
  }

  static Dataset of(StateObject object, StateView view) {
    return new Dataset(
        object.id(),
        object.text("name").orElse(""),
        object.text("description").orElse(""),
        object.owner(),
        assets(object.id(), view));
  }

  private static List<Asset> assets(ObjectId dataset, StateView view) {
    return view.referencing(dataset).stream()
        .flatMap(id -> view.find(id).stream())
        .filter(object -> object.kind().equals(Asset.KIND))
        .map(Asset::of)
        .sorted(Comparator.comparing(Asset::name).thenComparing(Asset::id))
        .toList();
  }
}
