package dev.sluice.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder as programs see it, and as the disk holds it. The two differ by what was done since the
 * last sync of a file, for its bytes, or of a folder, for the names in it.
 */
final class Disk {
  private final Folder root;

  private Disk(Folder root) {
    this.root = root;
  }

  private sealed interface Node permits File, Folder {}

  private static final class File implements Node {
    private byte[] live;
    private byte[] durable;
    private final List<Effect> pending = new ArrayList<>();
    private boolean renamed;

    File(byte[] content) {
      live = content;
      durable = content;
    }

    void change(Effect effect) {
      live = changed(live, effect, effect.bytes().length);
      pending.add(effect);
    }

    void sync() {
      durable = live;
      pending.clear();
      renamed = false;
    }

    byte[] after(PowerCut cut) {
      if (renamed && cut.emptiesRenamed()) {
        return new byte[0];
      }
      byte[] content = durable;
      for (Effect effect : pending) {
        content = changed(content, effect, cut.survivingBytes(effect.bytes().length));
      }
      return content;
    }

    /** A write of which only the first bytes arrive, or a new length. */
    private static byte[] changed(byte[] content, Effect effect, int count) {
      int offset = Math.toIntExact(effect.offset());
      if (effect.kind() == Effect.Kind.TRUNCATE) {
        return Arrays.copyOf(content, offset);
      }
      if (count == 0) {
        return content;
      }
      byte[] result = Arrays.copyOf(content, Math.max(content.length, offset + count));
      System.arraycopy(effect.bytes(), 0, result, offset, count);
      return result;
    }
  }

  /** A name that was given, or taken away. */
  private record Naming(String name, Optional<Node> node) {
    void on(Map<String, Node> names) {
      node.ifPresentOrElse(given -> names.put(name, given), () -> names.remove(name));
    }
  }

  private static final class Folder implements Node {
    private final Map<String, Node> live = new TreeMap<>();
    private Map<String, Node> durable = Map.of();
    private final List<Naming> pending = new ArrayList<>();

    void name(String name, Optional<Node> node) {
      var naming = new Naming(name, node);
      naming.on(live);
      pending.add(naming);
    }

    void sync() {
      durable = new TreeMap<>(live);
      pending.clear();
    }

    Map<String, Node> after(PowerCut cut) {
      var names = new TreeMap<>(durable);
      pending.stream().filter(naming -> cut.nameSurvives()).forEach(naming -> naming.on(names));
      return names;
    }
  }

  /** Everything in {@code folder}, durable; without what SQLite maps and makes anew. */
  static Disk load(Path folder) throws IOException {
    return new Disk(loadFolder(folder));
  }

  private static Folder loadFolder(Path path) throws IOException {
    var folder = new Folder();
    try (Stream<Path> children = Files.list(path)) {
      for (Path child : children.filter(Disk::isKept).toList()) {
        Node node =
            Files.isDirectory(child) ? loadFolder(child) : new File(Files.readAllBytes(child));
        folder.live.put(child.getFileName().toString(), node);
      }
    }
    folder.sync();
    return folder;
  }

  private static boolean isKept(Path path) {
    return !path.toString().endsWith("-shm");
  }

  /** What programs see here, all of it durable. */
  Disk copy() {
    return new Disk(copy(root));
  }

  private static Folder copy(Folder folder) {
    var copy = new Folder();
    folder.live.forEach(
        (name, node) ->
            copy.live.put(
                name, node instanceof File file ? new File(file.live) : copy((Folder) node)));
    copy.sync();
    return copy;
  }

  void apply(Effect effect) {
    Path path = Path.of(effect.path());
    String name = path.getFileName().toString();
    switch (effect.kind()) {
      case CREATE -> parent(path).name(name, Optional.of(new File(new byte[0])));
      case MKDIR -> parent(path).name(name, Optional.of(new Folder()));
      case UNLINK, RMDIR -> parent(path).name(name, Optional.empty());
      case WRITE, TRUNCATE -> file(path).change(effect);
      case RENAME -> rename(path, Path.of(effect.to()));
      case SYNC -> {
        if (find(path) instanceof File file) {
          file.sync();
        } else {
          ((Folder) find(path)).sync();
        }
      }
    }
  }

  private void rename(Path from, Path to) {
    Node node = find(from);
    if (node instanceof File file) {
      file.renamed = true;
    }
    parent(from).name(from.getFileName().toString(), Optional.empty());
    parent(to).name(to.getFileName().toString(), Optional.of(node));
  }

  private Folder parent(Path path) {
    return path.getParent() == null ? root : (Folder) find(path.getParent());
  }

  private File file(Path path) {
    return (File) find(path);
  }

  private Node find(Path path) {
    Node node = root;
    for (Path name : path) {
      node = ((Folder) node).live.get(name.toString());
    }
    return node;
  }

  /** What is there when the power fails now. */
  Image after(PowerCut cut) {
    var content = new TreeMap<String, byte[]>();
    collect(root, "", cut, content);
    return new Image(content);
  }

  private static void collect(
      Folder folder, String prefix, PowerCut cut, Map<String, byte[]> content) {
    folder
        .after(cut)
        .forEach(
            (name, node) -> {
              if (node instanceof File file) {
                content.put(prefix + name, file.after(cut));
              } else {
                content.put(prefix + name + "/", new byte[0]);
                collect((Folder) node, prefix + name + "/", cut, content);
              }
            });
  }
}
