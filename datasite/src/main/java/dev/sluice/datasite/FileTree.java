package dev.sluice.datasite;

import dev.sluice.state.ObjectId;
import dev.sluice.state.PartRef;
import dev.sluice.state.StateObject;
import dev.sluice.state.StateView;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A tracked folder, or a single tracked file, as the state holds it.
 *
 * @param name name of the folder or file; untrusted text
 * @param single whether it is one file
 * @param folder the folder of this side that it was tracked in last; nothing if it came in
 * @param files content by path below the folder; untrusted names
 */
public record FileTree(
    ObjectId id,
    String name,
    boolean single,
    String owner,
    Optional<String> folder,
    SortedMap<String, PartRef> files) {
  static final String KIND = "files";
  static final String SECTION = "files_section";
  static final String NAME = "name";
  static final String SHAPE = "shape";
  static final String FOLDER = "folder";
  static final String SINGLE = "file";
  static final String MANY = "folder";

  public FileTree {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  static FileTree of(StateObject object, StateView view) {
    var files = new TreeMap<>(object.parts());
    for (ObjectId id : view.referencing(object.id())) {
      view.find(id)
          .filter(section -> section.kind().equals(SECTION))
          .ifPresent(section -> files.putAll(section.parts()));
    }
    return of(object, files);
  }

  static FileTree of(StateObject object, SortedMap<String, PartRef> files) {
    return new FileTree(
        object.id(),
        object.text(NAME).orElse(""),
        object.text(SHAPE).filter(SINGLE::equals).isPresent(),
        object.owner(),
        object.text(FOLDER),
        files);
  }

  /** Length of all files together. */
  public long bytes() {
    return files.values().stream().mapToLong(PartRef::bytes).sum();
  }
}
