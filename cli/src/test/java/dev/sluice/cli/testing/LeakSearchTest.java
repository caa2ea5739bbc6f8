package dev.sluice.cli.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search that finds nothing proves something only if it would have found it. */
class LeakSearchTest {
  /** Its last letters make base64 use the characters in which the two alphabets differ. */
  private static final String CANARY = "canary-ÿ>?ÿ~~>?>?";

  private final LeakSearch search = new LeakSearch("something else", CANARY);

  @TempDir Path folder;

  @Test
  void eachEncoding_isFound_whereverItStarts() {
    for (Charset charset : List.of(UTF_8, UTF_16LE, UTF_16BE)) {
      for (int before = 0; before < 6; before++) {
        for (int after = 0; after < 3; after++) {
          byte[] text = surrounded(before, CANARY.getBytes(charset), after);
          assertFound(text);
          assertFound(HexFormat.of().formatHex(text).getBytes(US_ASCII));
          assertFound(HexFormat.of().withUpperCase().formatHex(text).getBytes(US_ASCII));
          assertFound(Base64.getEncoder().encode(text));
          assertFound(Base64.getUrlEncoder().withoutPadding().encode(text));
        }
      }
    }
  }

  private static byte[] surrounded(int before, byte[] text, int after) {
    byte[] all = new byte[before + text.length + after];
    Arrays.fill(all, (byte) 0xa7);
    System.arraycopy(text, 0, all, before, text.length);
    return all;
  }

  private void assertFound(byte[] content) {
    assertThat(search.find(content)).as(new String(content, US_ASCII)).isPresent();
  }

  @Test
  void onlyTheWholeCanary_isFound() {
    byte[] whole = CANARY.getBytes(UTF_8);
    assertThat(search.find(Arrays.copyOf(whole, whole.length - 1))).isEmpty();
    assertThat(search.find(new byte[3])).isEmpty();
  }

  @Test
  void namesAndContents_areSearched() throws Exception {
    Path inner = Files.createDirectory(folder.resolve("inner"));
    search.assertAbsentFrom(folder);
    Path file = Files.writeString(inner.resolve("leak"), "x" + CANARY);
    assertFails();
    Files.delete(file);
    Files.createDirectory(inner.resolve("x" + HexFormat.of().formatHex(CANARY.getBytes(UTF_8))));
    assertFails();
  }

  private void assertFails() {
    assertThatThrownBy(() -> search.assertAbsentFrom(folder)).isInstanceOf(AssertionError.class);
  }
}
