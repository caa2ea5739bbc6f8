package dev.sluice.cli.console;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * Which standard streams a person sits at, and how wide that person's window is.
 *
 * @param attached the streams that are a terminal
 * @param columns width of the window; 80 where nobody told
 */
public record Terminal(Set<Channel> attached, int columns) {
  /** No terminal anywhere: a script, a pipe, a test. */
  public static final Terminal NONE = new Terminal(Set.of(), 80);

  private static final String ATTACHED = "sluice.terminal";
  private static final String COLUMNS = "sluice.columns";

  public Terminal {
    attached = Set.copyOf(attached);
  }

  public boolean has(Channel channel) {
    return attached.contains(channel);
  }

  /**
   * What the launcher found out: {@code sluice.terminal} holds the numbers of the descriptors that
   * are terminals, {@code sluice.columns} the width. Where the launcher said nothing there is no
   * terminal, because Java alone cannot tell for one stream.
   */
  static Terminal of(Properties properties) {
    Set<Channel> attached = numbered(properties.getProperty(ATTACHED, ""));
    return new Terminal(attached, columns(properties.getProperty(COLUMNS, "")).orElse(80));
  }

  private static Set<Channel> numbered(String descriptors) {
    var attached = EnumSet.noneOf(Channel.class);
    for (Channel channel : Channel.values()) {
      if (descriptors.indexOf(channel.descriptor()) >= 0) {
        attached.add(channel);
      }
    }
    return attached;
  }

  private static Optional<Integer> columns(String text) {
    return text.matches("[1-9][0-9]{1,3}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }
}
