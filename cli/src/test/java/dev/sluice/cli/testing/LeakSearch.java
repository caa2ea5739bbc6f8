package dev.sluice.cli.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks for private text, in one pass over the bytes for all forms that it could have taken: UTF-8
 * and UTF-16 of both byte orders, each as it is, in hex of both cases, and in both alphabets of
 * base64 at each of the three places where a text can start in it.
 */
public final class LeakSearch {
  private static final int WINDOW = Long.BYTES;
  private static final int SHORTEST = 12;

  private final Map<Long, List<Form>> forms = new HashMap<>();
  private final boolean[] starts = new boolean[1 << 16];

  /** One way to write a canary. */
  private record Form(String name, ByteBuffer bytes) {}

  /**
   * A search for all {@code canaries}.
   *
   * @param canaries of 12 characters at least, so that none is found by chance
   */
  public LeakSearch(String... canaries) {
    for (String canary : canaries) {
      assertThat(canary).hasSizeGreaterThanOrEqualTo(SHORTEST);
      for (Charset charset : List.of(UTF_8, UTF_16LE, UTF_16BE)) {
        addForms(charset.name(), canary.getBytes(charset));
      }
    }
  }

  private void addForms(String charset, byte[] bytes) {
    add(charset, bytes);
    add(charset + " in hex", HexFormat.of().formatHex(bytes).getBytes(US_ASCII));
    add(charset + " in hex", HexFormat.of().withUpperCase().formatHex(bytes).getBytes(US_ASCII));
    for (int shift = 0; shift < 3; shift++) {
      add(charset + " in base64", base64(Base64.getEncoder(), bytes, shift));
      add(charset + " in base64url", base64(Base64.getUrlEncoder(), bytes, shift));
    }
  }

  private void add(String name, byte[] bytes) {
    long first = 0;
    for (int i = 0; i < WINDOW; i++) {
      first = next(first, bytes[i]);
    }
    starts[hash(first)] = true;
    forms
        .computeIfAbsent(first, any -> new ArrayList<>())
        .add(new Form(name, ByteBuffer.wrap(bytes)));
  }

  /** The part of a base64 text that any surroundings leave the same. */
  private static byte[] base64(Base64.Encoder encoder, byte[] bytes, int shift) {
    byte[] shifted = new byte[bytes.length + shift];
    System.arraycopy(bytes, 0, shifted, shift, bytes.length);
    byte[] text = encoder.withoutPadding().encode(shifted);
    int before = shift == 0 ? 0 : shift + 1;
    int after = shifted.length % 3 == 0 ? 0 : 1;
    return Arrays.copyOfRange(text, before, text.length - after);
  }

  /** Tells the form and the place of the first canary in {@code content}. */
  public Optional<String> find(byte[] content) {
    long window = 0;
    for (int i = 0; i < content.length; i++) {
      window = next(window, content[i]);
      if (starts[hash(window)]) {
        int start = i + 1 - WINDOW;
        for (Form form : forms.getOrDefault(window, List.of())) {
          if (start >= 0 && isAt(start, form.bytes(), content)) {
            return Optional.of("%s at byte %d".formatted(form.name(), start));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static long next(long window, byte added) {
    return (window << Byte.SIZE) | (added & 0xff);
  }

  private static int hash(long window) {
    return (int) ((window * 0x9E3779B97F4A7C15L) >>> 48);
  }

  private static boolean isAt(int start, ByteBuffer form, byte[] content) {
    int length = form.remaining();
    return length <= content.length - start && ByteBuffer.wrap(content, start, length).equals(form);
  }

  /** Fails if {@code content} holds a canary. */
  public void assertAbsent(String where, byte[] content) {
    assertThat(find(content)).as("canary in %s", where).isEmpty();
  }

  /** Fails if a canary is in a file below {@code folders}, or in the name of one. */
  public void assertAbsentFrom(Path... folders) throws IOException {
    for (Path folder : folders) {
      for (Path path : below(folder)) {
        String name = folder.relativize(path).toString();
        assertAbsent("the name " + path, name.getBytes(UTF_8));
        if (Files.isRegularFile(path)) {
          assertAbsent(path.toString(), Files.readAllBytes(path));
        }
      }
    }
  }

  private static List<Path> below(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.toList();
    }
  }
}
