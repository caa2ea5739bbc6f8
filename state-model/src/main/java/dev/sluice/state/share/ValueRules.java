package dev.sluice.state.share;

import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.Json;
import dev.sluice.canonical.NotCanonicalException;
import dev.sluice.state.ObjectId;
import dev.sluice.state.kind.FieldRule;
import dev.sluice.state.kind.Kind;
import dev.sluice.state.kind.Kinds;
import java.util.HashSet;
import java.util.List;

/** Whether one value fits the rule of its field. */
final class ValueRules {
  private static final int LONGEST_TEXT = 1 << 16;
  private static final int LONGEST_LISTED_TEXT = 1024;
  private static final int LONGEST_LIST = 10_000;
  private static final int LARGEST_OBJECT = 1 << 18;

  private final Kinds kinds;

  ValueRules(Kinds kinds) {
    this.kinds = kinds;
  }

  boolean hasType(Json value, FieldRule rule) {
    return switch (rule.type()) {
      case TEXT -> value instanceof Json.Text;
      case TEXTS -> isTexts(value);
      case INTEGER -> value instanceof Json.Int;
      case BOOLEAN -> value instanceof Json.Bool;
      case OBJECT -> value instanceof Json.Obj;
      case REFERENCE -> isId(value);
      case REFERENCES -> isTexts(value) && items(value).stream().allMatch(ValueRules::isId);
    };
  }

  /** Lengths in UTF-16 units for text, in items for lists, in canonical bytes for objects. */
  boolean isWithinLimits(Json value, FieldRule rule) {
    return switch (rule.type()) {
      case TEXT -> text(value).length() <= LONGEST_TEXT;
      case TEXTS ->
          items(value).size() <= LONGEST_LIST
              && items(value).stream().allMatch(item -> text(item).length() <= LONGEST_LISTED_TEXT);
      case OBJECT -> CanonicalJson.write(value).length <= LARGEST_OBJECT;
      case REFERENCES ->
          items(value).size() <= LONGEST_LIST
              && new HashSet<>(items(value)).size() == items(value).size();
      case INTEGER, BOOLEAN, REFERENCE -> true;
    };
  }

  boolean pointsAtDeclaredKind(Json value, FieldRule rule) {
    return switch (rule.type()) {
      case REFERENCE -> isTarget(value, rule);
      case REFERENCES -> items(value).stream().allMatch(item -> isTarget(item, rule));
      case TEXT, TEXTS, INTEGER, BOOLEAN, OBJECT -> true;
    };
  }

  private boolean isTarget(Json value, FieldRule rule) {
    return kinds
        .forPrefix(new ObjectId(text(value)).prefix())
        .map(Kind::name)
        .filter(name -> rule.target().map(name::equals).orElse(true))
        .isPresent();
  }

  private static boolean isTexts(Json value) {
    return value instanceof Json.Arr array
        && array.items().stream().allMatch(Json.Text.class::isInstance);
  }

  private static boolean isId(Json value) {
    if (!(value instanceof Json.Text text)) {
      return false;
    }
    try {
      ObjectId.parse(text.value());
      return true;
    } catch (NotCanonicalException e) {
      return false;
    }
  }

  private static List<Json> items(Json value) {
    return ((Json.Arr) value).items();
  }

  private static String text(Json value) {
    return ((Json.Text) value).value();
  }
}
