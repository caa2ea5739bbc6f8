package dev.sluice.state.review;

import dev.sluice.canonical.Digest;
import dev.sluice.state.ObjectId;
import dev.sluice.state.StateObject;
import dev.sluice.state.StateView;
import dev.sluice.state.kind.Exposure;
import dev.sluice.state.kind.Kind;
import dev.sluice.state.share.SharedForm;
import java.util.ArrayList;
import java.util.List;

/**
 * Something private in a batch: it stays here unless a person releases exactly this content.
 *
 * @param object whose it is
 * @param kind the object's kind
 * @param item name of the item, as in {@link SharedForm#partItem}
 * @param content digest of the present content
 * @param bytes its length, for a part; -1 for a field
 * @param state whether it would travel now
 */
public record PrivateItem(
    ObjectId object, String kind, String item, Digest content, long bytes, State state) {
  /** Whether an item would travel. */
  public enum State {
    WITHHELD("withheld"),
    SHARED("shared"),
    /** The other side has said that it holds this content. */
    SENT("sent");

    private final String word;

    State(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  /** The same item, of which the other side holds the content. */
  public PrivateItem sent() {
    return new PrivateItem(object, kind, item, content, bytes, State.SENT);
  }

  /** The private items that {@code object} has now, without what any other side may hold. */
  public static List<PrivateItem> of(StateObject object, Kind kind, StateView view) {
    var releases = view.releases(object.id());
    var items = new ArrayList<PrivateItem>();
    object
        .fields()
        .forEach(
            (name, value) -> {
              if (kind.field(name).filter(f -> f.exposure() == Exposure.PRIVATE).isPresent()) {
                String item = SharedForm.fieldItem(name);
                Digest content = SharedForm.fieldDigest(value);
                items.add(item(object, item, content, -1, releases.get(item)));
              }
            });
    object
        .parts()
        .forEach(
            (name, part) -> {
              if (kind.part(name).filter(Exposure.PRIVATE::equals).isPresent()) {
                String item = SharedForm.partItem(name);
                items.add(item(object, item, part.digest(), part.bytes(), releases.get(item)));
              }
            });
    return List.copyOf(items);
  }

  private static PrivateItem item(
      StateObject object, String item, Digest content, long bytes, Digest released) {
    State state = content.equals(released) ? State.SHARED : State.WITHHELD;
    return new PrivateItem(object.id(), object.kind(), item, content, bytes, state);
  }
}
