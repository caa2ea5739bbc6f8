package dev.sluice.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.cli.testing.PretendedProcess;
import dev.sluice.state.text.SafeText;
import org.junit.jupiter.api.Test;

class PromptTest {
  private static final SafeText QUESTION = SafeText.literal("Type the plan id:");

  private final PretendedProcess process = new PretendedProcess();

  private Prompt prompt(Asking asking) {
    Environment environment = process.environment();
    var console = new Console(environment, Colour.NEVER, Glyphs.UNICODE, Volume.NORMAL);
    return new Prompt(environment, console, asking);
  }

  @Test
  void eachQuestion_takesOneLine_andStandsOnStandardError() {
    Prompt prompt = prompt(Asking.ALLOWED, " ana \r\nben");
    assertThat(prompt.line(QUESTION, "--as NAME")).isEqualTo("ana");
    assertThat(prompt.line(QUESTION, "--as NAME")).isEqualTo("ben");
    assertThat(process.err()).isEqualTo("Type the plan id: Type the plan id: ");
    assertThat(process.out()).isEmpty();
  }

  private Prompt prompt(Asking asking, String typed) {
    process.atTerminal(80).types(typed);
    return prompt(asking);
  }

  @Test
  void withoutATerminal_theQuestionIsRefused_namingItsFlag() {
    process.types("pl-3c9e\n");
    assertCancelled(prompt(Asking.ALLOWED), "--yes", "not at a terminal");
  }

  @Test
  void noInput_refusesTheQuestion_evenAtATerminal() {
    assertCancelled(prompt(Asking.FORBIDDEN, "pl-3c9e\n"), "--yes", "--no-input");
  }

  private void assertCancelled(Prompt prompt, String flag, String why) {
    CliException refusal =
        catchThrowableOfType(CliException.class, () -> prompt.confirm(QUESTION, "pl-3c9e", flag));
    assertThat(refusal.exit()).isEqualTo(ExitCode.CANCELLED);
    assertThat(refusal.help()).extracting(SafeText::toString).contains("answer it with " + flag);
    assertThat(refusal.details().lines("").toString()).contains(why);
  }

  @Test
  void confirmation_wantsTheExactWord() {
    prompt(Asking.ALLOWED, "pl-3c9e\n").confirm(QUESTION, "pl-3c9e", "--yes");
    assertThatThrownBy(() -> prompt(Asking.ALLOWED, "y\n").confirm(QUESTION, "pl-3c9e", "--yes"))
        .hasMessage("what was typed is not pl-3c9e");
  }

  @Test
  void endOfInput_isNoAnswer() {
    assertThatThrownBy(() -> prompt(Asking.ALLOWED, "").line(QUESTION, "--yes"))
        .isInstanceOf(CliException.class)
        .hasMessage("the input ended before the answer");
    assertThatThrownBy(() -> prompt(Asking.ALLOWED, "").hidden(QUESTION, "--passphrase-file"))
        .isInstanceOf(CliException.class);
  }
}
