package dev.sluice.state.kind;

import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.Fields;
import dev.sluice.canonical.Json;
import dev.sluice.canonical.JsonLimits;
import dev.sluice.canonical.NotCanonicalException;
import dev.sluice.state.Side;
import dev.sluice.state.kind.FieldRule.FieldType;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads one declaration: JSON in any layout, but every word known and none missing. */
final class KindDeclaration {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,31}");
  private static final Pattern PREFIX = Pattern.compile("[a-z]{2}");
  private static final int MOST_ITEMS = 64;

  private KindDeclaration() {}

  static Kind parse(byte[] json) throws NotCanonicalException {
    Fields declared = Fields.of("kind", CanonicalJson.parseLenient(json, JsonLimits.SMALL));
    var kind =
        new Kind(
            matching(declared, "name", NAME),
            matching(declared, "prefix", PREFIX),
            declared.word("role", Kind.Role.class),
            declared.text("title"),
            declared.optionalText("id_from"),
            declared.word("flow", Flow.class),
            declared.word("owner", Side.class),
            rules(declared.object("fields")),
            exposures(declared.object("parts")));
    declared.end();
    checkName(kind);
    checkTitle(kind);
    checkIdFrom(kind);
    return kind;
  }

  private static void checkName(Kind kind) throws NotCanonicalException {
    if (kind.name().equals(Kinds.ANY)) {
      throw new NotCanonicalException("kind.name is the word for all kinds");
    }
  }

  /** People must be able to call an object by something the other side can see, too. */
  private static void checkTitle(Kind kind) throws NotCanonicalException {
    boolean usable =
        kind.field(kind.title())
            .filter(rule -> rule.exposure() == Exposure.SHARED)
            .filter(rule -> Set.of(FieldType.TEXT, FieldType.REFERENCE).contains(rule.type()))
            .isPresent();
    if (!usable) {
      throw new NotCanonicalException("kind.title is not a shared field with a text or reference");
    }
  }

  /** The other side must be able to make the id again. */
  private static void checkIdFrom(Kind kind) throws NotCanonicalException {
    Optional<FieldRule> rule = kind.idFrom().flatMap(kind::field);
    boolean usable =
        kind.idFrom().isEmpty()
            || rule.filter(it -> it.exposure() == Exposure.SHARED && it.type() == FieldType.TEXT)
                .isPresent();
    if (!usable) {
      throw new NotCanonicalException("kind.id_from is not a shared field with a text");
    }
  }

  private static SortedMap<String, FieldRule> rules(Json.Obj json) throws NotCanonicalException {
    checkNames("kind.fields", json);
    var rules = new TreeMap<String, FieldRule>();
    for (var entry : json.fields().entrySet()) {
      rules.put(entry.getKey(), rule("kind.fields." + entry.getKey(), entry.getValue()));
    }
    return rules;
  }

  private static FieldRule rule(String where, Json json) throws NotCanonicalException {
    Fields declared = Fields.of(where, json);
    FieldType type = declared.word("type", FieldType.class);
    Exposure exposure = declared.word("exposure", Exposure.class);
    FieldRule rule =
        type.isReference()
            ? reference(declared, type, exposure)
            : new FieldRule(type, exposure, Optional.empty(), Optional.empty());
    declared.end();
    return rule;
  }

  private static FieldRule reference(Fields declared, FieldType type, Exposure exposure)
      throws NotCanonicalException {
    if (exposure != Exposure.SHARED) {
      throw declared.refused("exposure", "hides a reference, on which both sides must agree");
    }
    Tie tie = declared.word("tie", Tie.class);
    Optional<String> target =
        Optional.of(declared.text("to")).filter(name -> !name.equals(Kinds.ANY));
    return new FieldRule(type, exposure, Optional.of(tie), target);
  }

  private static SortedMap<String, Exposure> exposures(Json.Obj json) throws NotCanonicalException {
    var named = new TreeMap<>(json.fields());
    named.remove(Kind.ANY_PART);
    checkNames("kind.parts", new Json.Obj(named));
    Fields declared = Fields.of("kind.parts", json);
    var exposures = new TreeMap<String, Exposure>();
    for (String part : json.fields().keySet()) {
      exposures.put(part, declared.word(part, Exposure.class));
    }
    return exposures;
  }

  private static void checkNames(String where, Json.Obj json) throws NotCanonicalException {
    if (json.fields().size() > MOST_ITEMS) {
      throw new NotCanonicalException(where + " has more than " + MOST_ITEMS + " items");
    }
    if (!json.fields().keySet().stream().allMatch(name -> NAME.matcher(name).matches())) {
      throw new NotCanonicalException(where + " has a name that is not " + NAME);
    }
  }

  private static String matching(Fields declared, String key, Pattern grammar)
      throws NotCanonicalException {
    String text = declared.text(key);
    if (!grammar.matcher(text).matches()) {
      throw declared.refused(key, "is not " + grammar);
    }
    return text;
  }
}
