package dev.sluice.datasite;

import dev.sluice.canonical.Digest;
import dev.sluice.datasite.DatasiteException.Reason;
import dev.sluice.state.ObjectId;
import dev.sluice.state.PartRef;
import dev.sluice.state.StateObject;
import dev.sluice.state.store.Sighting;
import dev.sluice.state.store.StoreException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Records what a folder holds.
 *
 * <p>A tree of more files than one object is to name is spread over {@value #SECTIONS} sections, by
 * the digest of the path, so that a file stays in its section whatever becomes of the others. All
 * of them travel in one batch.
 */
final class Tracking {
  private static final int SECTIONS = 64;
  private static final int MOST_FILES = 320_000;

  private final Datasite site;
  private final Path place;
  private final String owner;
  private final int mostInOne;

  /**
   * @param place the folder, as it is remembered
   * @param mostInOne the most files of a tree without sections
   */
  Tracking(Datasite site, Path place, String owner, int mostInOne) {
    this.site = site;
    this.place = place;
    this.owner = owner;
    this.mostInOne = mostInOne;
  }

  FileTrees.Tracked run(Scan scan) throws DatasiteException, StoreException {
    SortedMap<String, FolderReading> found = FolderReading.inside(place);
    Map<String, TreeContent> content = contents(found, scan);
    return site.write(
        site.event("folder-tracked"),
        change -> {
          var trees = new ArrayList<FileTree>();
          for (var entry : found.entrySet()) {
            TreeContent now = content.get(entry.getKey());
            trees.add(
                put(change, root(change, entry.getKey(), entry.getValue().single()), now.parts()));
            now.remember(change.view(), place.toString(), entry.getKey());
          }
          return new FileTrees.Tracked(trees, removeOthers(change, found));
        });
  }

  private Map<String, TreeContent> contents(Map<String, FolderReading> found, Scan scan)
      throws DatasiteException, StoreException {
    var contents = new TreeMap<String, TreeContent>();
    try (var intake = new FileIntake(site, scan)) {
      for (var entry : found.entrySet()) {
        String name = entry.getKey();
        if (entry.getValue().files().size() > MOST_FILES) {
          throw new DatasiteException(
              Reason.UNFIT_FILE, name + " has more than " + MOST_FILES + " files");
        }
        Map<String, Sighting> seen =
            site.store()
                .<Map<String, Sighting>, RuntimeException>read(
                    view -> view.sightings(place.toString(), name));
        contents.put(name, intake.take(entry.getValue(), seen));
      }
    }
    return contents;
  }

  private StateObject root(Change change, String name, boolean single) throws DatasiteException {
    ObjectId id = site.named(FileTree.KIND, name);
    if (change.has(id)) {
      FileTree before = FileTree.of(change.require(id, FileTree.KIND), change.view());
      if (before.folder().filter(other -> !other.equals(place.toString())).isPresent()) {
        throw new DatasiteException(
            Reason.ALREADY_THERE, name + " is tracked in " + before.folder().get() + " already");
      }
    }
    return StateObject.create(id, FileTree.KIND, Texts.email(owner))
        .with(FileTree.NAME, name)
        .with(FileTree.SHAPE, single ? FileTree.SINGLE : FileTree.MANY)
        .with(FileTree.FOLDER, place.toString());
  }

  private FileTree put(Change change, StateObject empty, SortedMap<String, PartRef> files)
      throws DatasiteException {
    boolean small = files.size() <= mostInOne;
    StateObject root = small ? withAll(empty, files) : empty;
    var objects = new ArrayList<>(List.of(root));
    List<SortedMap<String, PartRef>> sections = small ? empty() : sections(files);
    for (int i = 0; i < SECTIONS; i++) {
      ObjectId id = site.named(FileTree.SECTION, root.id() + "\n" + i);
      if (change.has(id) || !sections.get(i).isEmpty()) {
        StateObject section =
            StateObject.create(id, FileTree.SECTION, root.owner()).with("files", root.id().text());
        objects.add(withAll(section, sections.get(i)));
      }
    }
    change.putAll(objects);
    return FileTree.of(root, files);
  }

  private static StateObject withAll(StateObject empty, SortedMap<String, PartRef> files) {
    return new StateObject(
        empty.id(),
        empty.kind(),
        empty.owner(),
        empty.fields(),
        files,
        empty.vector(),
        empty.presence());
  }

  private static List<SortedMap<String, PartRef>> empty() {
    var sections = new ArrayList<SortedMap<String, PartRef>>();
    for (int i = 0; i < SECTIONS; i++) {
      sections.add(new TreeMap<>());
    }
    return sections;
  }

  private static List<SortedMap<String, PartRef>> sections(SortedMap<String, PartRef> files) {
    List<SortedMap<String, PartRef>> sections = empty();
    files.forEach(
        (path, part) -> {
          String hex = Digest.of(path.getBytes(StandardCharsets.UTF_8)).hex();
          sections.get(Integer.parseInt(hex.substring(0, 2), 16) % SECTIONS).put(path, part);
        });
    return sections;
  }

  private List<String> removeOthers(Change change, Map<String, FolderReading> found)
      throws DatasiteException {
    var removed = new ArrayList<String>();
    for (FileTree tree : FileTrees.trees(change.view())) {
      boolean here = tree.folder().filter(place.toString()::equals).isPresent();
      if (here && !found.containsKey(tree.name())) {
        for (ObjectId section : change.view().referencing(tree.id())) {
          change.edits().remove(section);
        }
        change.edits().remove(tree.id());
        change.view().unsee(place.toString(), tree.name());
        removed.add(tree.name());
      }
    }
    return removed;
  }
}
