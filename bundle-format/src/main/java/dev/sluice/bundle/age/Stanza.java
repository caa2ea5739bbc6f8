package dev.sluice.bundle.age;

import java.util.List;

/** One recipient's share of a header: a type, arguments and the wrapped file key. */
final class Stanza {
  private static final int COLUMNS = 64;

  private final String type;
  private final List<String> arguments;
  private final byte[] body;

  Stanza(String type, List<String> arguments, byte[] body) {
    this.type = type;
    this.arguments = List.copyOf(arguments);
    this.body = body.clone();
  }

  String type() {
    return type;
  }

  /** The arguments after the type, which have to be {@code count}. */
  List<String> arguments(int count) throws AgeException {
    if (arguments.size() != count) {
      throw refused("has a wrong number of arguments");
    }
    return arguments;
  }

  /** The only argument, base64 of exactly {@code length} bytes. */
  byte[] onlyArgument(int length) throws AgeException {
    return bytes(arguments(1).get(0), length);
  }

  byte[] bytes(String argument, int length) throws AgeException {
    return StrictBase64.decode(argument)
        .filter(bytes -> bytes.length == length)
        .orElseThrow(() -> refused("has an argument that is not base64 of the right length"));
  }

  /** The body, which has to be a wrapped file key; its length is checked before any decryption. */
  byte[] wrappedFileKey() throws AgeException {
    if (body.length != FileKey.WRAPPED_LENGTH) {
      throw refused("has a body of the wrong length");
    }
    return body.clone();
  }

  AgeException refused(String why) {
    return new AgeException(AgeException.Reason.HEADER, "the " + type + " stanza " + why);
  }

  /** The lines of this stanza as they stand in a header. */
  String text() {
    var text = new StringBuilder("-> ").append(type);
    arguments.forEach(argument -> text.append(' ').append(argument));
    text.append('\n');
    String encoded = StrictBase64.encode(body);
    int at = 0;
    while (encoded.length() - at >= COLUMNS) {
      text.append(encoded, at, at + COLUMNS).append('\n');
      at += COLUMNS;
    }
    return text.append(encoded, at, encoded.length()).append('\n').toString();
  }
}
