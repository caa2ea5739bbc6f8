package dev.sluice.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One system call that changed a file, a name, or what is durable. */
final class Effect {
  /** In the order of the library. */
  enum Kind {
    CREATE,
    WRITE,
    SYNC,
    RENAME,
    UNLINK,
    MKDIR,
    RMDIR,
    TRUNCATE
  }

  private static final Kind[] KINDS = Kind.values();

  private final Kind kind;
  private final String path;
  private final String to;
  private final long offset;
  private final byte[] bytes;

  private Effect(Kind kind, String path, String to, long offset, byte[] bytes) {
    this.kind = kind;
    this.path = path;
    this.to = to;
    this.offset = offset;
    this.bytes = bytes;
  }

  /** Reads what the library wrote while it watched {@code root}. */
  static List<Effect> read(Path log, Path root) throws IOException {
    var effects = new ArrayList<Effect>();
    try (var in = new DataInputStream(Files.newInputStream(log))) {
      for (int kind = next(in); kind >= 0; kind = next(in)) {
        byte[] path = new byte[in.readInt()];
        byte[] to = new byte[in.readInt()];
        byte[] bytes = new byte[in.readInt()];
        long offset = in.readLong();
        in.readFully(path);
        in.readFully(to);
        in.readFully(bytes);
        effects.add(new Effect(KINDS[kind], below(root, path), below(root, to), offset, bytes));
      }
    }
    return List.copyOf(effects);
  }

  private static int next(DataInputStream in) throws IOException {
    try {
      return in.readInt();
    } catch (EOFException e) {
      return -1;
    }
  }

  private static String below(Path root, byte[] path) {
    return path.length == 0 ? "" : new String(path, UTF_8).substring(root.toString().length() + 1);
  }

  Kind kind() {
    return kind;
  }

  /** The file, below the folder that was watched. */
  String path() {
    return path;
  }

  /** The new name, for a rename. */
  String to() {
    return to;
  }

  /** Where a write began, or the length that a file was cut to. */
  long offset() {
    return offset;
  }

  /** What was written; not to be changed. */
  byte[] bytes() {
    return bytes;
  }

  /** Whether a process can die in the middle of it and leave half of it done. */
  boolean canTear() {
    return kind == Kind.WRITE && bytes.length > 1;
  }

  @Override
  public String toString() {
    return kind + " " + path + (to.isEmpty() ? "" : " " + to) + " " + offset + "+" + bytes.length;
  }
}
