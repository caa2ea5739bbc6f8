package dev.sluice.fuzz;

/** Where Jazzer hands its inputs in; the system property {@code sluice.fuzz.parser} names one. */
public final class FuzzTarget {
  private static final Parser PARSER = Parser.valueOf(System.getProperty("sluice.fuzz.parser"));

  private FuzzTarget() {}

  public static void fuzzerTestOneInput(byte[] input) throws Exception {
    PARSER.take(input);
  }
}
