package dev.sluice.datasite;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.Json;
import dev.sluice.canonical.JsonLimits;
import dev.sluice.canonical.NotCanonicalException;
import dev.sluice.datasite.DatasiteException.Reason;
import dev.sluice.state.ObjectId;
import dev.sluice.state.PartRef;
import dev.sluice.state.StateObject;
import dev.sluice.state.kind.FieldRule;
import dev.sluice.state.kind.Kind;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.store.ObjectFilter;
import dev.sluice.state.store.StoreException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Objects of the kinds that a site declares itself; the built-in ones have their own actions. */
public final class Objects {
  private static final long LARGEST_PART = 1L << 40;
  private static final int LONGEST_NAME = 254;

  private final Datasite site;

  public Objects(Datasite site) {
    this.site = site;
  }

  /**
   * Adds an object, or changes what {@code draft} names of it.
   *
   * @throws DatasiteException {@code NOT_FOUND} for a kind that the site does not declare, {@code
   *     UNFIT_TEXT} for a field or part that the kind lacks and for a value of another type
   */
  public StateObject add(ObjectDraft draft) throws DatasiteException, StoreException {
    Kind kind = declared(draft.kind());
    String name = Texts.filled("name", draft.idName());
    if (name.length() > LONGEST_NAME) {
      throw new DatasiteException(Reason.UNFIT_TEXT, "the name is too long");
    }
    var fields = new TreeMap<String, Json>();
    for (var field : draft.fields().entrySet()) {
      fields.put(field.getKey(), value(kind, field.getKey(), field.getValue()));
    }
    var parts = new TreeMap<String, PartRef>();
    for (var part : draft.parts().entrySet()) {
      if (kind.part(part.getKey()).isEmpty()) {
        throw unfit(kind.name() + " has no part \"" + part.getKey() + "\"");
      }
      parts.put(part.getKey(), site.keep(part.getValue(), LARGEST_PART));
    }
    ObjectId id = site.named(kind.name(), name);
    StateObject fresh = StateObject.create(id, kind.name(), Texts.email(draft.owner()));
    return site.write(
        site.event("object-added").about(id),
        change -> {
          StateObject edited =
              change.has(id) ? change.require(id, kind.name()).ownedBy(fresh.owner()) : fresh;
          for (var field : fields.entrySet()) {
            edited = edited.with(field.getKey(), field.getValue());
          }
          for (var part : parts.entrySet()) {
            edited = edited.withPart(part.getKey(), part.getValue());
          }
          requireItsName(kind, edited, name);
          change.put(edited);
          return edited;
        });
  }

  /** The other side refuses an object whose id is made from something else than its kind says. */
  private static void requireItsName(Kind kind, StateObject object, String name)
      throws DatasiteException {
    Optional<String> field = kind.idFrom();
    if (field.isPresent() && !object.text(field.get()).equals(Optional.of(name))) {
      throw unfit("the id of a " + kind.name() + " is made from its field \"" + field.get() + "\"");
    }
  }

  /** The objects of a declared kind, by id. */
  public List<StateObject> list(String kind) throws DatasiteException, StoreException {
    String name = declared(kind).name();
    return site.store().read(view -> view.objects(ObjectFilter.LIVE.ofKind(name)).toList());
  }

  private Kind declared(String name) throws DatasiteException {
    return site.kinds()
        .kind(name)
        .filter(kind -> Kinds.builtIn().kind(name).isEmpty())
        .orElseThrow(
            () ->
                new DatasiteException(
                    Reason.NOT_FOUND, "this site declares no kind \"" + name + "\""));
  }

  private static Json value(Kind kind, String field, String typed) throws DatasiteException {
    FieldRule rule =
        kind.field(field).orElseThrow(() -> unfit(kind.name() + " has no field \"" + field + "\""));
    try {
      return value(rule.type(), typed);
    } catch (NotCanonicalException | NumberFormatException e) {
      throw unfit("the field " + field + " takes " + rule.type());
    }
  }

  private static Json value(FieldRule.FieldType type, String typed) throws NotCanonicalException {
    return switch (type) {
      case TEXT -> Json.text(typed);
      case REFERENCE -> Json.text(ObjectId.parse(typed).text());
      case TEXTS -> Json.texts(items(typed));
      case REFERENCES -> {
        for (String id : items(typed)) {
          ObjectId.parse(id);
        }
        yield Json.texts(items(typed));
      }
      case INTEGER -> Json.integer(Long.parseLong(typed));
      case BOOLEAN -> bool(typed);
      case OBJECT -> CanonicalJson.parseLenient(typed.getBytes(UTF_8), JsonLimits.SMALL);
    };
  }

  private static Json bool(String typed) throws NotCanonicalException {
    if (!typed.equals("true") && !typed.equals("false")) {
      throw new NotCanonicalException("neither true nor false");
    }
    return new Json.Bool(typed.equals("true"));
  }

  private static List<String> items(String typed) {
    return Stream.of(typed.split(",")).map(String::strip).filter(item -> !item.isEmpty()).toList();
  }

  private static DatasiteException unfit(String sentence) {
    return new DatasiteException(Reason.UNFIT_TEXT, sentence);
  }
}
