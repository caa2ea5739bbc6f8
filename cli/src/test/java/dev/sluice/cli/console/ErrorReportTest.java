package dev.sluice.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.testing.PretendedProcess;
import dev.sluice.state.text.SafeText;
import org.junit.jupiter.api.Test;

class ErrorReportTest {
  private final PretendedProcess process = new PretendedProcess();

  private String printed(Throwable failure) {
    var console = new Console(process.environment(), Colour.NEVER, Glyphs.UNICODE, Volume.NORMAL);
    ErrorReport.of(failure).print(console.err());
    return process.err();
  }

  @Test
  void refusal_isPrintedInTheFixedShape() {
    var refusal =
        new CliException(
                ExitCode.WRONG_RECIPIENT,
                SafeText.sentence("bundle {} is not encrypted for this store", "bn-\u202E"))
            .subject("bundle", "bn-\u202E")
            .fact("recipients", "high-archive")
            .meaning(SafeText.literal("Your passphrase was fine."))
            .help(SafeText.literal("sluice export --to high-lab"));
    assertThat(printed(refusal))
        .isEqualTo(
            """
            error[WRONG_RECIPIENT]: bundle bn-[U+202E] is not encrypted for this store
              bundle      bn-[U+202E]
              recipients  high-archive
            Your passphrase was fine. Nothing was changed.
            help: sluice export --to high-lab
            (exit 11)
            """);
  }

  @Test
  void nothingWasChanged_isOnlySaidWhenTrue() {
    var refusal =
        new CliException(ExitCode.MEDIA, SafeText.literal("the stick is full"))
            .effect(Effect.SOMETHING_CHANGED);
    assertThat(printed(refusal)).isEqualTo("error[MEDIA]: the stick is full\n(exit 20)\n");
  }

  @Test
  void unexpectedFailure_doesNotClaimToKnowWhatChanged() {
    ErrorReport report = ErrorReport.of(new IllegalStateException());
    assertThat(report.exit()).isEqualTo(ExitCode.FAILURE);
    assertThat(report.json().fields()).doesNotContainKey("changed");
    assertThat(printed(new IllegalStateException()))
        .startsWith("error[FAILURE]: unexpected IllegalStateException: no message\n")
        .doesNotContain("Nothing was changed");
  }
}
