package dev.sluice.cli.console;

import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.Json;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints one JSON document to a stream. Programs get one canonical line (RFC 8785). A terminal gets
 * indented lines in which everything outside printable ASCII is escaped, because strings in JSON
 * are as untrusted as anywhere.
 */
public final class JsonOutput {
  private static final String INDENT = "  ";

  private final PrintStream stream;
  private final boolean forPeople;

  private JsonOutput(PrintStream stream, boolean forPeople) {
    this.stream = stream;
    this.forPeople = forPeople;
  }

  /** Output of answers, on standard output. */
  public static JsonOutput out(Environment environment) {
    return new JsonOutput(environment.out(), environment.terminal().has(Channel.OUTPUT));
  }

  /** Output of refusals, on standard error. */
  public static JsonOutput err(Environment environment) {
    return new JsonOutput(environment.err(), environment.terminal().has(Channel.ERROR));
  }

  public void print(Json document) {
    stream.print((forPeople ? indented(document, "\n") : CanonicalJson.text(document)) + "\n");
    stream.flush();
  }

  private static String indented(Json value, String margin) {
    if (value instanceof Json.Obj object) {
      var fields = new ArrayList<String>();
      object
          .fields()
          .forEach(
              (key, field) ->
                  fields.add(escaped(Json.text(key)) + ": " + indented(field, margin + INDENT)));
      return block("{", fields, "}", margin);
    }
    if (value instanceof Json.Arr array) {
      List<String> items =
          array.items().stream().map(item -> indented(item, margin + INDENT)).toList();
      return block("[", items, "]", margin);
    }
    return escaped(value);
  }

  private static String block(String open, List<String> inner, String close, String margin) {
    if (inner.isEmpty()) {
      return open + close;
    }
    String start = margin + INDENT;
    return open + start + String.join("," + start, inner) + margin + close;
  }

  private static String escaped(Json scalar) {
    var ascii = new StringBuilder();
    for (char c : CanonicalJson.text(scalar).toCharArray()) {
      if (c > '~') {
        ascii.append(String.format("\\u%04x", (int) c));
      } else {
        ascii.append(c);
      }
    }
    return ascii.toString();
  }
}
