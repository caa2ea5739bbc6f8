package dev.sluice.canonical;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * The one encoding of {@link Json}: RFC 8785 (JCS), restricted to integers.
 *
 * <p>{@link #parse} accepts exactly what {@link #write} produces. Writing the parsed value again
 * and comparing bytes refuses duplicate keys, other key orders, white space, redundant escapes and
 * exponents in one step.
 */
public final class CanonicalJson {
  private static final int INTEGER_DIGITS = 16;
  private static final String HEX = "0123456789abcdef";

  private CanonicalJson() {}

  /** The canonical UTF-8 bytes of {@code value}. */
  public static byte[] write(Json value) {
    return text(value).getBytes(StandardCharsets.UTF_8);
  }

  /** The canonical form as text. */
  public static String text(Json value) {
    var out = new StringBuilder();
    append(out, value);
    return out.toString();
  }

  /** The digest of the canonical bytes of {@code value}. */
  public static Digest digest(Json value) {
    return Digest.of(write(value));
  }

  /**
   * Reads a canonical document.
   *
   * @throws NotCanonicalException for any other bytes, or when a limit is exceeded
   */
  public static Json parse(byte[] bytes, JsonLimits limits) throws NotCanonicalException {
    if (bytes.length > limits.bytes()) {
      throw new NotCanonicalException("document longer than " + limits.bytes() + " bytes");
    }
    Json value = read(bytes, limits);
    if (!Arrays.equals(bytes, write(value))) {
      throw new NotCanonicalException("document is not in canonical form (RFC 8785)");
    }
    return value;
  }

  /** Like {@link #parse}, for a document that has to be an object. */
  public static Json.Obj parseObject(byte[] bytes, JsonLimits limits) throws NotCanonicalException {
    if (parse(bytes, limits) instanceof Json.Obj object) {
      return object;
    }
    throw new NotCanonicalException("document is not an object");
  }

  /**
   * Reads JSON that a person wrote: any white space and key order, otherwise as strict as {@link
   * #parse} (no duplicate keys, no null, integers only).
   */
  public static Json parseLenient(byte[] bytes, JsonLimits limits) throws NotCanonicalException {
    if (bytes.length > limits.bytes()) {
      throw new NotCanonicalException("document longer than " + limits.bytes() + " bytes");
    }
    return read(bytes, limits);
  }

  private static Json read(byte[] bytes, JsonLimits limits) throws NotCanonicalException {
    CharBuffer chars = strictUtf8(bytes);
    try (JsonParser parser =
        factory(limits).createParser(ObjectReadContext.empty(), chars.toString())) {
      parser.nextToken();
      Json value = value(parser);
      if (parser.nextToken() != null) {
        throw new NotCanonicalException("text after the end of the document");
      }
      return value;
    } catch (JacksonException e) {
      throw new NotCanonicalException(
          "not JSON within the limits of this document, near " + place(e));
    }
  }

  private static String place(JacksonException e) {
    return e.getLocation() == null ? "its end" : "character " + e.getLocation().getCharOffset();
  }

  /**
   * The JDK's decoder refuses overlong forms and lone surrogates; the byte-order mark is refused
   * here.
   */
  private static CharBuffer strictUtf8(byte[] bytes) throws NotCanonicalException {
    try {
      CharBuffer chars = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      if (chars.length() > 0 && chars.charAt(0) == '\uFEFF') {
        throw new NotCanonicalException("byte-order mark");
      }
      return chars;
    } catch (CharacterCodingException e) {
      throw new NotCanonicalException("not valid UTF-8");
    }
  }

  private static JsonFactory factory(JsonLimits limits) {
    return JsonFactory.builder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxDocumentLength(limits.bytes())
                .maxNestingDepth(limits.depth())
                .maxStringLength(limits.stringBytes())
                .maxNameLength(limits.stringBytes())
                .maxNumberLength(INTEGER_DIGITS + 1)
                .build())
        .build();
  }

  private static Json value(JsonParser parser) throws NotCanonicalException {
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw new NotCanonicalException("empty document");
    }
    return switch (token) {
      case START_OBJECT -> objectValue(parser);
      case START_ARRAY -> arrayValue(parser);
      case VALUE_STRING -> wellFormed(parser.getString());
      case VALUE_NUMBER_INT -> integer(parser.getString());
      case VALUE_TRUE, VALUE_FALSE -> new Json.Bool(token == JsonToken.VALUE_TRUE);
      case VALUE_NULL -> throw new NotCanonicalException("null is not used; leave the field out");
      case VALUE_NUMBER_FLOAT -> throw new NotCanonicalException("numbers are integers");
      default -> throw new NotCanonicalException("not a JSON value");
    };
  }

  private static Json objectValue(JsonParser parser) throws NotCanonicalException {
    var fields = new TreeMap<String, Json>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = wellFormed(parser.currentName()).value();
      parser.nextToken();
      fields.put(key, value(parser));
    }
    return new Json.Obj(fields);
  }

  private static Json arrayValue(JsonParser parser) throws NotCanonicalException {
    var items = new ArrayList<Json>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser));
    }
    return new Json.Arr(items);
  }

  private static Json.Int integer(String digits) throws NotCanonicalException {
    long value = digits.length() > INTEGER_DIGITS + 1 ? Long.MAX_VALUE : Long.parseLong(digits);
    if (Math.abs(value) > Json.MAX_INTEGER) {
      throw new NotCanonicalException("integer beyond 2^53-1");
    }
    return new Json.Int(value);
  }

  /** A lone surrogate written as an escape decodes, but has no UTF-8 form. */
  private static Json.Text wellFormed(String text) throws NotCanonicalException {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isHighSurrogate(text.charAt(i))
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(text.charAt(i))) {
        throw new NotCanonicalException("lone surrogate in a string");
      }
    }
    return new Json.Text(text);
  }

  private static void append(StringBuilder out, Json value) {
    if (value instanceof Json.Obj object) {
      appendObject(out, object);
    } else if (value instanceof Json.Arr array) {
      appendArray(out, array);
    } else if (value instanceof Json.Text text) {
      appendString(out, text.value());
    } else if (value instanceof Json.Int integer) {
      out.append(integer.value());
    } else {
      out.append(((Json.Bool) value).value());
    }
  }

  private static void appendObject(StringBuilder out, Json.Obj object) {
    char separator = '{';
    for (var field : object.fields().entrySet()) {
      out.append(separator);
      appendString(out, field.getKey());
      out.append(':');
      append(out, field.getValue());
      separator = ',';
    }
    out.append(separator == '{' ? "{}" : "}");
  }

  private static void appendArray(StringBuilder out, Json.Arr array) {
    char separator = '[';
    for (Json item : array.items()) {
      out.append(separator);
      append(out, item);
      separator = ',';
    }
    out.append(separator == '[' ? "[]" : "]");
  }

  private static void appendString(StringBuilder out, String text) {
    out.append('"');
    text.chars().forEach(c -> appendCharacter(out, (char) c));
    out.append('"');
  }

  private static void appendCharacter(StringBuilder out, char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\t' -> out.append("\\t");
      case '\n' -> out.append("\\n");
      case '\f' -> out.append("\\f");
      case '\r' -> out.append("\\r");
      default -> {
        if (c < 0x20) {
          out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
        } else {
          out.append(c);
        }
      }
    }
  }
}
