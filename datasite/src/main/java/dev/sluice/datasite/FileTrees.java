package dev.sluice.datasite;

import dev.sluice.canonical.Digest;
import dev.sluice.datasite.DatasiteException.Reason;
import dev.sluice.state.ObjectId;
import dev.sluice.state.PartRef;
import dev.sluice.state.StateObject;
import dev.sluice.state.store.ObjectFilter;
import dev.sluice.state.store.StoreException;
import dev.sluice.state.store.StoreView;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Folders kept as state: each folder and file directly inside a tracked folder is one tree with a
 * batch of its own.
 *
 * <p>A tree of more than {@value #MOST_IN_ONE} files is spread over {@value #SECTIONS} sections, by
 * the digest of the path, so that a file stays in its section whatever becomes of the others. All
 * of them travel in one batch.
 */
public final class FileTrees {
  private static final int MOST_IN_ONE = 10_000;
  private static final int SECTIONS = 64;
  private static final int MOST_FILES = SECTIONS * MOST_IN_ONE / 2;

  private final Datasite site;
  private final int mostInOne;

  public FileTrees(Datasite site) {
    this(site, MOST_IN_ONE);
  }

  /** Spreads trees of more than {@code mostInOne} files. */
  FileTrees(Datasite site, int mostInOne) {
    this.site = site;
    this.mostInOne = mostInOne;
  }

  /**
   * What tracking a folder found.
   *
   * @param trees what is there now
   * @param removed names of what was tracked in this folder before and is gone
   */
  public record Tracked(List<FileTree> trees, List<String> removed) {
    public Tracked {
      trees = List.copyOf(trees);
      removed = List.copyOf(removed);
    }
  }

  /**
   * Records what {@code folder} holds now, with what was deleted since it was tracked last.
   *
   * @param owner e-mail of the person that the files belong to
   * @throws DatasiteException {@code UNFIT_FILE} for links and devices and for names that some
   *     system could not keep; {@code ALREADY_THERE} for a name that is tracked in another folder
   */
  public Tracked track(Path folder, String owner) throws DatasiteException, StoreException {
    Path place = folder.toAbsolutePath().normalize();
    SortedMap<String, FolderReading> found = FolderReading.inside(place);
    Map<String, SortedMap<String, PartRef>> content = new TreeMap<>();
    for (var entry : found.entrySet()) {
      if (entry.getValue().files().size() > MOST_FILES) {
        throw new DatasiteException(
            Reason.UNFIT_FILE, entry.getKey() + " has more than " + MOST_FILES + " files");
      }
      content.put(entry.getKey(), entry.getValue().keep(site));
    }
    return site.write(
        site.event("folder-tracked"),
        change -> {
          var trees = new ArrayList<FileTree>();
          for (var entry : found.entrySet()) {
            trees.add(
                put(
                    change,
                    root(change, entry.getKey(), entry.getValue().single(), place, owner),
                    content.get(entry.getKey())));
          }
          return new Tracked(trees, removeOthers(change, place, found));
        });
  }

  private StateObject root(Change change, String name, boolean single, Path place, String owner)
      throws DatasiteException {
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
    change.put(root);
    List<SortedMap<String, PartRef>> sections = small ? empty() : sections(files);
    for (int i = 0; i < SECTIONS; i++) {
      ObjectId id = site.named(FileTree.SECTION, root.id() + "\n" + i);
      if (change.has(id) || !sections.get(i).isEmpty()) {
        StateObject section =
            StateObject.create(id, FileTree.SECTION, root.owner()).with("files", root.id().text());
        change.put(withAll(section, sections.get(i)));
      }
    }
    return FileTree.of(root, change.view());
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

  private static List<String> removeOthers(
      Change change, Path place, Map<String, FolderReading> found) throws DatasiteException {
    var removed = new ArrayList<String>();
    for (FileTree tree : trees(change.view())) {
      boolean here = tree.folder().filter(place.toString()::equals).isPresent();
      if (here && !found.containsKey(tree.name())) {
        for (ObjectId section : change.view().referencing(tree.id())) {
          change.edits().remove(section);
        }
        change.edits().remove(tree.id());
        removed.add(tree.name());
      }
    }
    return removed;
  }

  private static List<FileTree> trees(StoreView view) {
    return view.objects(ObjectFilter.LIVE.ofKind(FileTree.KIND))
        .map(object -> FileTree.of(object, view))
        .sorted(Comparator.comparing(FileTree::name).thenComparing(FileTree::id))
        .toList();
  }

  /** All, by name. */
  public List<FileTree> list() throws StoreException {
    return site.store().read(FileTrees::trees);
  }

  /** The tree that a person means by its name or the start of its id. */
  public FileTree show(String text) throws DatasiteException, StoreException {
    return site.store()
        .read(
            view -> {
              ObjectId id = site.find(view, FileTree.KIND, text);
              return FileTree.of(site.require(view, id, FileTree.KIND), view);
            });
  }

  /**
   * Writes a tree into {@code folder}, beside what is there first and then in its place, so that
   * nobody ever sees half of it.
   *
   * @return where it is now
   * @throws DatasiteException {@code ALREADY_THERE} if something of that name is there and {@code
   *     mode} is {@code KEEP}; {@code UNFIT_TEXT} for names that a file must not have
   */
  public Path checkOut(FileTree tree, Path folder, Checkout.Mode mode)
      throws DatasiteException, StoreException {
    return new Checkout(site, tree, folder.toAbsolutePath().normalize(), mode).write();
  }
}
