package dev.sluice.bundle.age;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The grammar of a header: version line, stanzas, MAC line. */
final class HeaderParser {
  private static final String STANZA_MARK = "->";
  private static final int BODY_COLUMNS = 64;
  private static final int MAC_LENGTH = 32;

  private final HeaderLines lines;

  HeaderParser(InputStream source) {
    this.lines = new HeaderLines(source, AgeHeader.MAX_LENGTH);
  }

  AgeHeader parse() throws IOException {
    if (!lines.next().equals(AgeHeader.VERSION_LINE)) {
      throw refused("this is not an age version 1 file");
    }
    var stanzas = new ArrayList<Stanza>();
    int covered = lines.seen().length;
    String line = lines.next();
    while (line.startsWith(STANZA_MARK)) {
      if (stanzas.size() == AgeHeader.MAX_STANZAS) {
        throw refused("the age header has more than " + AgeHeader.MAX_STANZAS + " stanzas");
      }
      stanzas.add(stanza(line));
      covered = lines.seen().length;
      line = lines.next();
    }
    requireLoneScrypt(stanzas);
    return new AgeHeader(stanzas, lines.seen(), covered + AgeHeader.MAC_MARK.length(), mac(line));
  }

  private Stanza stanza(String line) throws IOException {
    List<String> words = Arrays.asList(line.split(" ", -1));
    if (words.size() < 2 || !words.get(0).equals(STANZA_MARK) || words.contains("")) {
      throw refused("the first line of a stanza is malformed");
    }
    return new Stanza(words.get(1), words.subList(2, words.size()), body());
  }

  private byte[] body() throws IOException {
    var body = new ByteArrayOutputStream();
    String line;
    do {
      line = lines.next();
      if (line.length() > BODY_COLUMNS) {
        throw refused("a line of a stanza's body is longer than 64 characters");
      }
      body.write(base64(line));
    } while (line.length() == BODY_COLUMNS);
    return body.toByteArray();
  }

  private static byte[] mac(String line) throws AgeException {
    String mark = AgeHeader.MAC_MARK + " ";
    if (!line.startsWith(mark)) {
      throw refused("the age header has a line that is neither a stanza nor its MAC");
    }
    byte[] mac = base64(line.substring(mark.length()));
    if (mac.length != MAC_LENGTH) {
      throw refused("the MAC of the age header does not have 32 bytes");
    }
    return mac;
  }

  private static byte[] base64(String text) throws AgeException {
    return StrictBase64.decode(text)
        .orElseThrow(() -> refused("the age header has base64 that is not canonical"));
  }

  private static void requireLoneScrypt(List<Stanza> stanzas) throws AgeException {
    if (stanzas.isEmpty()) {
      throw refused("the age header has no stanza");
    }
    boolean scrypt = stanzas.stream().anyMatch(s -> s.type().equals(ScryptWrap.TYPE));
    if (scrypt && stanzas.size() > 1) {
      throw refused("an scrypt stanza is not alone in the age header");
    }
  }

  private static AgeException refused(String why) {
    return new AgeException(AgeException.Reason.HEADER, why);
  }
}
