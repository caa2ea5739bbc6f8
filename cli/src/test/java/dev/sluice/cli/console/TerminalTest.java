package dev.sluice.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.Test;

class TerminalTest {
  private static Terminal told(String attached, String columns) {
    var properties = new Properties();
    properties.setProperty("sluice.terminal", attached);
    properties.setProperty("sluice.columns", columns);
    return Terminal.of(properties);
  }

  @Test
  void launcher_tellsWhichStreamsAreATerminal_andItsWidth() {
    assertThat(told("02", "132").attached())
        .containsExactlyInAnyOrder(Channel.INPUT, Channel.ERROR);
    assertThat(told("02", "132").columns()).isEqualTo(132);
  }

  @Test
  void withoutTheLauncher_thereIsNoTerminal() {
    assertThat(Terminal.of(new Properties())).isEqualTo(Terminal.NONE);
  }

  @Test
  void impossibleWidths_areEighty() {
    assertThat(told("1", "0").columns()).isEqualTo(80);
    assertThat(told("1", "-5").columns()).isEqualTo(80);
    assertThat(told("1", "").columns()).isEqualTo(80);
  }
}
