package dev.sluice.cli.console;

/** When styles are drawn: the values of {@code --color}. */
public enum Colour {
  AUTO,
  ALWAYS,
  NEVER;

  /**
   * Whether {@code channel} gets styles. Without a flag only a terminal does, unless {@code
   * NO_COLOR} is set or {@code TERM} is {@code dumb}.
   */
  boolean shownOn(Channel channel, Environment environment) {
    return switch (this) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO ->
          environment.terminal().has(channel)
              && environment.variable("NO_COLOR").isEmpty()
              && !isDumb(environment);
    };
  }

  static boolean isDumb(Environment environment) {
    return environment.variable("TERM").filter("dumb"::equals).isPresent();
  }
}
