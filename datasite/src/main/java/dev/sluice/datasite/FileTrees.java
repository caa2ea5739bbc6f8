package dev.sluice.datasite;

import dev.sluice.state.ObjectId;
import dev.sluice.state.store.ObjectFilter;
import dev.sluice.state.store.StoreException;
import dev.sluice.state.store.StoreView;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * Folders kept as state: each folder and file directly inside a tracked folder is one tree with a
 * batch of its own.
 */
public final class FileTrees {
  private static final int MOST_IN_ONE = 10_000;

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
   * <p>A file that looks as it did when it was read last is not read again, see {@link Scan}.
   *
   * @param owner e-mail of the person that the files belong to
   * @throws DatasiteException {@code UNFIT_FILE} for links and devices and for names that some
   *     system could not keep; {@code ALREADY_THERE} for a name that is tracked in another folder
   */
  public Tracked track(Path folder, String owner, Scan scan)
      throws DatasiteException, StoreException {
    return new Tracking(site, folder.toAbsolutePath().normalize(), owner, mostInOne).run(scan);
  }

  static List<FileTree> trees(StoreView view) {
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
