package dev.sluice.cli.console;

import dev.sluice.canonical.Json;
import dev.sluice.state.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Labelled values in the order they were added: aligned lines for people, an object for programs.
 * Text values are untrusted and pass the gate when they are printed; in JSON they stay as they are.
 */
public final class Facts {
  private record Fact(String label, Json value) {}

  private static final Facts NONE = new Facts(List.of());

  private final List<Fact> facts;

  private Facts(List<Fact> facts) {
    this.facts = List.copyOf(facts);
  }

  public static Facts none() {
    return NONE;
  }

  /** Adds a fact; {@code label} is our own word and, with {@code _} for spaces, the key in JSON. */
  public Facts and(String label, String value) {
    return and(label, Json.text(value));
  }

  public Facts and(String label, long value) {
    return and(label, Json.integer(value));
  }

  private Facts and(String label, Json value) {
    var more = new ArrayList<>(facts);
    more.add(new Fact(label, value));
    return new Facts(more);
  }

  public Facts and(Facts others) {
    var more = new ArrayList<>(facts);
    more.addAll(others.facts);
    return new Facts(more);
  }

  public boolean isEmpty() {
    return facts.isEmpty();
  }

  List<SafeText> lines(String indent) {
    int width = facts.stream().mapToInt(fact -> fact.label.length()).max().orElse(0);
    return facts.stream().map(fact -> line(indent, fact, width)).toList();
  }

  private static SafeText line(String indent, Fact fact, int width) {
    String label = indent + fact.label + " ".repeat(width - fact.label.length() + 2);
    return SafeText.literal(label).plus(shown(fact.value));
  }

  private static SafeText shown(Json value) {
    return value instanceof Json.Text text
        ? SafeText.of(text.value())
        : SafeText.of(Long.toString(((Json.Int) value).value()));
  }

  /** The same facts as an object. */
  public Json.Obj json() {
    var object = Json.object();
    facts.forEach(
        fact -> object.put(fact.label.toLowerCase(Locale.ROOT).replace(' ', '_'), fact.value));
    return object.build();
  }
}
