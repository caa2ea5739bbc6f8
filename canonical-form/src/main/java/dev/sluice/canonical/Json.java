package dev.sluice.canonical;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A JSON value in the subset that has one encoding: objects, arrays, strings, integers up to 2^53-1
 * either way, and booleans. There is no null (absent means absent) and no fraction.
 */
public sealed interface Json {
  /** Largest magnitude of an integer: beyond it, readers that use doubles would round. */
  long MAX_INTEGER = (1L << 53) - 1;

  /** An object. Keys iterate in the order of RFC 8785: by UTF-16 code units. */
  record Obj(SortedMap<String, Json> fields) implements Json {
    public Obj {
      fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }
  }

  /** An array. */
  record Arr(List<Json> items) implements Json {
    public Arr {
      items = List.copyOf(items);
    }
  }

  /** A string; what it holds is untrusted text. */
  record Text(String value) implements Json {}

  /** An integer. */
  record Int(long value) implements Json {
    public Int {
      if (value > MAX_INTEGER || value < -MAX_INTEGER) {
        throw new IllegalArgumentException("integer beyond 2^53-1: " + value);
      }
    }
  }

  /** A truth value. */
  record Bool(boolean value) implements Json {}

  static Text text(String value) {
    return new Text(value);
  }

  static Int integer(long value) {
    return new Int(value);
  }

  static Obj object(Map<String, ? extends Json> fields) {
    return new Obj(new TreeMap<>(fields));
  }

  static Arr array(List<? extends Json> items) {
    return new Arr(List.copyOf(items));
  }

  /** An array of strings. */
  static Arr texts(Iterable<String> values) {
    var items = new java.util.ArrayList<Json>();
    values.forEach(value -> items.add(text(value)));
    return new Arr(items);
  }

  /** Starts an object that is put together field by field. */
  static Builder object() {
    return new Builder();
  }

  /** Collects the fields of one object; each key at most once. */
  final class Builder {
    private final SortedMap<String, Json> fields = new TreeMap<>();

    private Builder() {}

    public Builder put(String key, Json value) {
      if (fields.put(key, value) != null) {
        throw new IllegalArgumentException("key set twice: " + key);
      }
      return this;
    }

    public Builder put(String key, String value) {
      return put(key, text(value));
    }

    public Builder put(String key, long value) {
      return put(key, integer(value));
    }

    public Builder put(String key, Digest value) {
      return put(key, text(value.hex()));
    }

    public Obj build() {
      return new Obj(fields);
    }
  }
}
