package dev.sluice.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** The files that the page is made of, all inside this program. */
final class Assets {
  private static final Map<String, String> TYPES =
      Map.of(
          "pico.css", "text/css; charset=utf-8",
          "review.css", "text/css; charset=utf-8",
          "highlight.js", "text/javascript; charset=utf-8",
          "review.js", "text/javascript; charset=utf-8",
          "check.svg", "image/svg+xml",
          "chevron.svg", "image/svg+xml",
          "icon.svg", "image/svg+xml");

  private Assets() {}

  /** The file of this name. They change only with the program, so the browser may keep them. */
  static Optional<Answer> find(String name) {
    return Optional.ofNullable(TYPES.get(name))
        .map(type -> Answer.of(type, read(name)).with("Cache-Control", "private, max-age=3600"));
  }

  private static byte[] read(String name) {
    try (InputStream in = Assets.class.getResourceAsStream("assets/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
