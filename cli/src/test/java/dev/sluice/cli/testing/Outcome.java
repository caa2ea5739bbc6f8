package dev.sluice.cli.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.console.ExitCode;

/** What a run left behind, with the assertions that most stories need. */
public record Outcome(int exit, String out, String err) {

  public Outcome exits(ExitCode code) {
    assertThat(exit).as("exit code of a run that said%n%s%n%s", out, err).isEqualTo(code.number());
    return this;
  }

  /** Standard output has all {@code parts}. */
  public Outcome prints(String... parts) {
    assertThat(out).contains(parts);
    return this;
  }

  /** Standard error has all {@code parts}. */
  public Outcome reports(String... parts) {
    assertThat(err).contains(parts);
    return this;
  }

  /** Neither stream has any of {@code parts}. */
  public Outcome neverSays(String... parts) {
    assertThat(out + err).doesNotContain(parts);
    return this;
  }
}
