package dev.sluice.canonical;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads the fields of one object by name and type; {@link #end} refuses whatever was not asked for.
 *
 * <p>Every method throws {@link NotCanonicalException} that names the object and the field.
 */
public final class Fields {
  private final String where;
  private final SortedMap<String, Json> left;

  private Fields(String where, SortedMap<String, Json> left) {
    this.where = where;
    this.left = left;
  }

  /** Starts reading {@code object}; {@code where} is what messages call it. */
  public static Fields of(String where, Json.Obj object) {
    return new Fields(where, new TreeMap<>(object.fields()));
  }

  /** Starts reading {@code value}, which has to be an object. */
  public static Fields of(String where, Json value) throws NotCanonicalException {
    if (value instanceof Json.Obj object) {
      return of(where, object);
    }
    throw new NotCanonicalException(where + " is not an object");
  }

  public String text(String key) throws NotCanonicalException {
    return take(key, Json.Text.class).value();
  }

  /** The string under {@code key}, if there is one. */
  public Optional<String> optionalText(String key) throws NotCanonicalException {
    return left.containsKey(key) ? Optional.of(text(key)) : Optional.empty();
  }

  /** A string that has to be one of {@code type}'s {@link Enum#toString()} words. */
  public <E extends Enum<E>> E word(String key, Class<E> type) throws NotCanonicalException {
    String word = text(key);
    for (E constant : type.getEnumConstants()) {
      if (constant.toString().equals(word)) {
        return constant;
      }
    }
    throw refused(key, "is not a known word");
  }

  /** An integer between {@code least} and {@code most}, both included. */
  public long integer(String key, long least, long most) throws NotCanonicalException {
    long value = take(key, Json.Int.class).value();
    if (value < least || value > most) {
      throw refused(key, "is not between " + least + " and " + most);
    }
    return value;
  }

  public boolean bool(String key) throws NotCanonicalException {
    return take(key, Json.Bool.class).value();
  }

  public Digest digest(String key) throws NotCanonicalException {
    try {
      return Digest.parse(text(key));
    } catch (NotCanonicalException e) {
      throw refused(key, "is not a digest");
    }
  }

  public Json.Obj object(String key) throws NotCanonicalException {
    return take(key, Json.Obj.class);
  }

  /** The fields of the object under {@code key}. */
  public Fields fields(String key) throws NotCanonicalException {
    return of(where + "." + key, object(key));
  }

  /** An array with at most {@code most} items. */
  public List<Json> array(String key, int most) throws NotCanonicalException {
    List<Json> items = take(key, Json.Arr.class).items();
    if (items.size() > most) {
      throw refused(key, "has more than " + most + " items");
    }
    return items;
  }

  /** An array of at most {@code most} strings. */
  public List<String> texts(String key, int most) throws NotCanonicalException {
    var texts = new ArrayList<String>();
    for (Json item : array(key, most)) {
      if (!(item instanceof Json.Text text)) {
        throw refused(key, "holds something that is not a string");
      }
      texts.add(text.value());
    }
    return List.copyOf(texts);
  }

  public boolean has(String key) {
    return left.containsKey(key);
  }

  /** Ends the reading: a field that nobody asked for is refused. */
  public void end() throws NotCanonicalException {
    if (!left.isEmpty()) {
      throw new NotCanonicalException(where + " has " + left.size() + " unknown field(s)");
    }
  }

  /** A refusal of {@code key} in the words that all refusals of this object share. */
  public NotCanonicalException refused(String key, String why) {
    return new NotCanonicalException(where + "." + key + " " + why);
  }

  private <T extends Json> T take(String key, Class<T> type) throws NotCanonicalException {
    Json value = left.remove(key);
    if (value == null) {
      throw refused(key, "is missing");
    }
    if (!type.isInstance(value)) {
      throw refused(key, "has the wrong type");
    }
    return type.cast(value);
  }
}
