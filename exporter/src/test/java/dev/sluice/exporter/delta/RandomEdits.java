package dev.sluice.exporter.delta;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Up to three edits of the kinds that people make of large files. */
final class RandomEdits {
  private enum Kind {
    INSERT,
    DELETE,
    REPLACE,
    APPEND,
    COPY,
    MOVE
  }

  private final Random random;
  private final List<String> done = new ArrayList<>();
  private long newBytes;

  RandomEdits(long seed) {
    this.random = new Random(seed);
  }

  byte[] of(byte[] content) {
    byte[] edited = content;
    int edits = 1 + random.nextInt(3);
    for (int i = 0; i < edits; i++) {
      edited = edit(edited);
    }
    return edited;
  }

  int count() {
    return done.size();
  }

  /** How many bytes were not there before. */
  long newBytes() {
    return newBytes;
  }

  private byte[] edit(byte[] content) {
    Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
    int length = 1 + random.nextInt(1 << random.nextInt(18));
    int at = random.nextInt(content.length - length);
    int to = random.nextInt(content.length - length);
    done.add("%s %d at %d".formatted(kind, length, at));
    var edited = new ByteArrayOutputStream(content.length + length);
    switch (kind) {
      case INSERT -> {
        edited.write(content, 0, at);
        edited.writeBytes(fresh(length));
        edited.write(content, at, content.length - at);
      }
      case DELETE -> {
        edited.write(content, 0, at);
        edited.write(content, at + length, content.length - at - length);
      }
      case REPLACE -> {
        edited.write(content, 0, at);
        edited.writeBytes(fresh(length));
        edited.write(content, at + length, content.length - at - length);
      }
      case APPEND -> {
        edited.writeBytes(content);
        edited.writeBytes(fresh(length));
      }
      case COPY -> {
        newBytes += length;
        edited.write(content, 0, to);
        edited.write(content, at, length);
        edited.write(content, to, content.length - to);
      }
      case MOVE -> {
        byte[] others = new byte[content.length - length];
        System.arraycopy(content, 0, others, 0, at);
        System.arraycopy(content, at + length, others, at, others.length - at);
        edited.write(others, 0, to);
        edited.write(content, at, length);
        edited.write(others, to, others.length - to);
      }
    }
    return edited.toByteArray();
  }

  private byte[] fresh(int length) {
    newBytes += length;
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  @Override
  public String toString() {
    return done.toString();
  }
}
