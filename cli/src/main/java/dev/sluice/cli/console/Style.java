package dev.sluice.cli.console;

/** How our own words stand out. Meaning never hangs on it alone. */
public enum Style {
  PLAIN(""),
  BOLD("1"),
  RED("31"),
  GREEN("32"),
  YELLOW("33"),
  DIM("2");

  private static final String ESCAPE = "\u001b[";
  private static final String END = ESCAPE + "0m";
  private static final String REVERSE = ESCAPE + "7m";
  private static final String REVERSE_END = ESCAPE + "27m";

  private final String code;

  Style(String code) {
    this.code = code;
  }

  String wrap(String text) {
    return code.isEmpty() ? text : ESCAPE + code + "m" + text + END;
  }

  /** How the mark of a refused character stands out inside any style. */
  static String reverse(String mark) {
    return REVERSE + mark + REVERSE_END;
  }
}
