package dev.sluice.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.canonical.Digest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is sent back. */
final class Answer {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none';"
          + " require-trusted-types-for 'script'; trusted-types 'none'";

  private final int status;
  private final byte[] body;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private Runnable next = () -> {};

  private Answer(int status, String type, byte[] body) {
    this.status = status;
    this.body = body;
    with("Content-Type", type);
    with("Content-Security-Policy", POLICY);
    with("Cache-Control", "no-store");
    with("Cross-Origin-Opener-Policy", "same-origin");
    with("Cross-Origin-Resource-Policy", "same-origin");
    with("Referrer-Policy", "same-origin");
    with("X-Content-Type-Options", "nosniff");
  }

  static Answer html(int status, String page) {
    return new Answer(status, "text/html; charset=utf-8", page.getBytes(UTF_8));
  }

  static Answer of(String type, byte[] body) {
    return new Answer(200, type, body);
  }

  /** Bytes that other people had a hand in: even opened alone, they load and run nothing. */
  static Answer content(String type, byte[] body) {
    return new Answer(200, type, body)
        .with("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'");
  }

  /** A document that stands alone: it runs nothing, and no style but {@code style} counts. */
  static Answer sheet(String html, String style) {
    String hash = Base64.getEncoder().encodeToString(Digest.of(style.getBytes(UTF_8)).toBytes());
    return html(200, html)
        .with(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'sha256-"
                + hash
                + "'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'");
  }

  /** Sends the browser on with a GET, so that a reload sends nothing again. */
  static Answer seeOther(String path) {
    return html(303, "").with("Location", path);
  }

  Answer with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  /** What is done once the answer is sent. */
  Answer then(Runnable work) {
    next = work;
    return this;
  }

  Runnable next() {
    return next;
  }

  int status() {
    return status;
  }

  byte[] body() {
    return body.clone();
  }

  Map<String, String> headers() {
    return Map.copyOf(headers);
  }
}
