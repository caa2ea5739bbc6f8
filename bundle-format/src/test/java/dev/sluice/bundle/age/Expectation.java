package dev.sluice.bundle.age;

import java.util.Arrays;

/** The verdicts of the vectors. */
enum Expectation {
  SUCCESS("success"),
  NO_MATCH("no match"),
  HMAC_FAILURE("HMAC failure"),
  HEADER_FAILURE("header failure"),
  PAYLOAD_FAILURE("payload failure");

  private final String words;

  Expectation(String words) {
    this.words = words;
  }

  static Expectation of(String words) {
    return Arrays.stream(values())
        .filter(value -> value.words.equals(words))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no such expectation: " + words));
  }

  /** The verdict that the reader's refusal amounts to. */
  static Expectation of(AgeException refusal) {
    return switch (refusal.reason()) {
      case NO_MATCH, WRONG_PASSPHRASE -> NO_MATCH;
      case HMAC -> HMAC_FAILURE;
      case HEADER -> HEADER_FAILURE;
      case PAYLOAD -> PAYLOAD_FAILURE;
      case KEY, STANZA_POLICY ->
          throw new AssertionError("no vector expects " + refusal.reason(), refusal);
    };
  }
}
