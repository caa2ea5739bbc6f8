package dev.sluice.cli.console;

/**
 * How one stream is drawn.
 *
 * @param colour whether styles are drawn
 * @param moves whether the cursor can be sent back to draw a line again
 * @param columns where lines of tables are cut; {@link Integer#MAX_VALUE} off a terminal
 */
record Look(boolean colour, boolean moves, Glyphs glyphs, int columns) {
  static final int UNLIMITED = Integer.MAX_VALUE;

  static Look of(Channel channel, Environment environment, Colour colour, Glyphs glyphs) {
    Terminal terminal = environment.terminal();
    boolean isTerminal = terminal.has(channel);
    return new Look(
        colour.shownOn(channel, environment),
        isTerminal && !Colour.isDumb(environment),
        glyphs,
        isTerminal ? terminal.columns() : UNLIMITED);
  }
}
