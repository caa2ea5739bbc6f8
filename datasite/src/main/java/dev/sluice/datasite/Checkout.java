package dev.sluice.datasite;

import dev.sluice.datasite.DatasiteException.Reason;
import dev.sluice.state.PartRef;
import dev.sluice.state.files.PrivateFiles;
import dev.sluice.state.files.TreePaths;
import dev.sluice.state.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One tree on its way from the state into a folder. It makes plain files and folders only. */
public final class Checkout {
  private final Datasite site;
  private final FileTree tree;
  private final Path folder;
  private final Mode mode;

  /** What to do about something of the same name. */
  public enum Mode {
    /** Refuse. */
    KEEP,
    /** Put the tree in its place. */
    REPLACE
  }

  Checkout(Datasite site, FileTree tree, Path folder, Mode mode) {
    this.site = site;
    this.tree = tree;
    this.folder = folder;
    this.mode = mode;
  }

  Path write() throws DatasiteException, StoreException {
    checkNames();
    try {
      Files.createDirectories(folder);
      Path work = PrivateFiles.freshFolder(folder, ".sluice-");
      try {
        return write(work);
      } finally {
        PrivateFiles.clear(work);
        Files.deleteIfExists(work);
      }
    } catch (IOException e) {
      throw new DatasiteException(Reason.UNFIT_FILE, folder + " cannot be written to");
    }
  }

  private void checkNames() throws DatasiteException {
    Set<String> paths =
        tree.single()
            ? tree.files().keySet()
            : tree.files().keySet().stream()
                .map(path -> tree.name() + "/" + path)
                .collect(Collectors.toSet());
    Optional<String> problem =
        TreePaths.problem(paths)
            .or(() -> TreePaths.problem(Set.of(tree.name())))
            .or(() -> problemOfSingle());
    if (tree.name().contains("/") || problem.isPresent()) {
      throw new DatasiteException(
          Reason.UNFIT_TEXT, problem.orElse("the name of a tree is no path"));
    }
  }

  private Optional<String> problemOfSingle() {
    boolean fits = !tree.single() || tree.files().keySet().equals(Set.of(tree.name()));
    return fits ? Optional.empty() : Optional.of("a single file of another name");
  }

  private Path write(Path work) throws IOException, DatasiteException, StoreException {
    Path fresh = Files.createDirectory(work.resolve("new"));
    for (var file : tree.files().entrySet()) {
      write(fresh, file.getKey(), file.getValue());
    }
    Path target = folder.resolve(tree.name());
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      if (mode == Mode.KEEP) {
        throw new DatasiteException(Reason.ALREADY_THERE, target + " is there already");
      }
      Files.move(target, work.resolve("old"), StandardCopyOption.ATOMIC_MOVE);
    }
    Path ready = tree.single() ? fresh.resolve(tree.name()) : fresh;
    Files.move(ready, target, StandardCopyOption.ATOMIC_MOVE);
    PrivateFiles.sync(folder);
    return target;
  }

  private void write(Path fresh, String path, PartRef part) throws IOException, StoreException {
    Path file = fresh;
    for (String name : TreePaths.names(path)) {
      file = file.resolve(name);
    }
    Files.createDirectories(file.getParent());
    try (InputStream in = site.open(part)) {
      Files.copy(in, file);
    }
  }
}
