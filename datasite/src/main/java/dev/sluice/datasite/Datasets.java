package dev.sluice.datasite;

import dev.sluice.datasite.DatasiteException.Reason;
import dev.sluice.state.ObjectId;
import dev.sluice.state.PartRef;
import dev.sluice.state.Side;
import dev.sluice.state.StateObject;
import dev.sluice.state.store.ObjectFilter;
import dev.sluice.state.store.StoreException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The datasets of a side.
 *
 * <p>Ids are made from the name, so a dataset that the data owner adds on both sides is the same
 * one on both.
 */
public final class Datasets {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}");
  private static final Set<String> FORMATS = Set.of("json", "csv", "txt", "bin");
  private static final long LARGEST_FILE = 1L << 40;

  private final Datasite site;

  public Datasets(Datasite site) {
    this.site = site;
  }

  /**
   * Adds a dataset of one asset, or brings it up to date.
   *
   * @throws DatasiteException {@code WRONG_SIDE} for private data on the low side
   */
  public Dataset add(DatasetDraft draft) throws DatasiteException, StoreException {
    if (draft.data().isPresent()) {
      site.requireSide(Side.HIGH, "private data are added on the high side only");
    }
    String name = name(draft);
    String format = format(draft.mock());
    if (draft.data().isPresent() && !format(draft.data().get()).equals(format)) {
      throw new DatasiteException(
          Reason.UNFIT_FILE, "mock and private data are files of different formats");
    }
    PartRef mock = site.keep(draft.mock(), LARGEST_FILE);
    Optional<PartRef> data = Optional.empty();
    if (draft.data().isPresent()) {
      data = Optional.of(site.keep(draft.data().get(), LARGEST_FILE));
    }
    return write(draft, name, new Taken(format, mock, data));
  }

  /** What was taken in of a draft. */
  private record Taken(String format, PartRef mock, Optional<PartRef> data) {}

  private Dataset write(DatasetDraft draft, String name, Taken files)
      throws DatasiteException, StoreException {
    String owner = Texts.email(draft.owner());
    ObjectId id = site.named(Dataset.KIND, name);
    ObjectId assetId = site.named(Asset.KIND, name);
    StateObject dataset =
        StateObject.create(id, Dataset.KIND, owner)
            .with("name", name)
            .with("description", draft.description().strip());
    StateObject asset =
        StateObject.create(assetId, Asset.KIND, owner)
            .with("name", name + "." + files.format())
            .with("format", files.format())
            .with("dataset", id.text())
            .withPart(Asset.MOCK, files.mock());
    return site.write(
        site.event("dataset-added").about(id).about(assetId),
        change -> {
          change.put(dataset);
          Optional<PartRef> data = files.data();
          if (data.isEmpty()) {
            data = keptData(change.view().find(assetId), files.format());
          }
          change.put(data.map(part -> asset.withPart(Asset.DATA, part)).orElse(asset));
          return Dataset.of(dataset, change.view());
        });
  }

  private static Optional<PartRef> keptData(Optional<StateObject> before, String format)
      throws DatasiteException {
    Optional<PartRef> data = before.flatMap(asset -> asset.part(Asset.DATA));
    if (data.isPresent() && !before.get().text("format").equals(Optional.of(format))) {
      throw new DatasiteException(
          Reason.UNFIT_FILE, "the private data that are here are of another format than this mock");
    }
    return data;
  }

  private static String name(DatasetDraft draft) throws DatasiteException {
    if (!NAME.matcher(draft.name()).matches()) {
      throw new DatasiteException(
          Reason.UNFIT_TEXT,
          "a dataset's name is up to 80 letters, digits, dots, hyphens and underscores");
    }
    return draft.name();
  }

  private static String format(Path file) throws DatasiteException {
    String name = String.valueOf(file.getFileName());
    String ending = name.substring(name.lastIndexOf('.') + 1);
    if (!FORMATS.contains(ending)) {
      throw new DatasiteException(
          Reason.UNFIT_FILE, "data are in files that end in .json, .csv, .txt or .bin");
    }
    return ending;
  }

  /** All, by name. */
  public List<Dataset> list() throws StoreException {
    return site.store()
        .read(
            view ->
                view.objects(ObjectFilter.LIVE.ofKind(Dataset.KIND))
                    .map(object -> Dataset.of(object, view))
                    .sorted(Comparator.comparing(Dataset::name).thenComparing(Dataset::id))
                    .toList());
  }

  /** The dataset that a person means by its name or the start of its id. */
  public Dataset show(String text) throws DatasiteException, StoreException {
    return site.store()
        .read(
            view -> {
              ObjectId id = site.find(view, Dataset.KIND, text);
              return Dataset.of(site.require(view, id, Dataset.KIND), view);
            });
  }

  /** Removes a dataset with its assets and, on this side, their private data. */
  public Dataset remove(String text) throws DatasiteException, StoreException {
    Dataset dataset = show(text);
    return site.write(
        site.event("dataset-removed").about(dataset.id()),
        change -> {
          change.require(dataset.id(), Dataset.KIND);
          dataset.assets().forEach(asset -> change.edits().remove(asset.id()));
          change.edits().remove(dataset.id());
          return dataset;
        });
  }
}
