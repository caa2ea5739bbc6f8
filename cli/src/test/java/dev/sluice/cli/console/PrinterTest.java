package dev.sluice.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.testing.PretendedProcess;
import dev.sluice.state.text.SafeText;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrinterTest {
  private final PretendedProcess process = new PretendedProcess();

  private Console console(Colour colour, Glyphs glyphs) {
    return new Console(process.environment(), colour, glyphs, Volume.NORMAL);
  }

  private Printer out(Colour colour) {
    return console(colour, Glyphs.UNICODE).out();
  }

  @Test
  void colour_isDrawnOnATerminalOnly_unlessAlwaysOrNever() {
    StyledText red = StyledText.of(Style.RED, SafeText.literal("BLOCK"));
    out(Colour.AUTO).print(red);
    out(Colour.ALWAYS).print(red);
    process.atTerminal(80);
    out(Colour.AUTO).print(red);
    out(Colour.NEVER).print(red);
    String drawn = "\u001b[31mBLOCK\u001b[0m\n";
    assertThat(process.out()).isEqualTo("BLOCK\n" + drawn + drawn + "BLOCK\n");
  }

  @Test
  void noColorAndDumbTerminal_turnColourOff_butAlwaysWins() {
    StyledText red = StyledText.of(Style.RED, SafeText.literal("x"));
    process.atTerminal(80).with("NO_COLOR", "1");
    out(Colour.AUTO).print(red);
    process.with("NO_COLOR", "").with("TERM", "dumb");
    out(Colour.AUTO).print(red);
    assertThat(process.out()).isEqualTo("x\nx\n");
    out(Colour.ALWAYS).print(red);
    assertThat(process.out()).contains("\u001b[31mx");
  }

  @Test
  void mark_isInReverseVideo_whereThereIsColour() {
    out(Colour.ALWAYS).print(SafeText.of("a\u202Eb [U+202E]"));
    assertThat(process.out()).isEqualTo("a\u001b[7m[U+202E]\u001b[27mb [U+202E]\n");
  }

  @Test
  void ascii_marksEverythingElse() {
    console(Colour.NEVER, Glyphs.ASCII).out().print(SafeText.of("Zoë"));
    assertThat(process.out()).isEqualTo("Zo[U+00EB]\n");
  }

  @Test
  void table_alignsByDisplayedWidth_andPadsNoLineEnd() {
    Table table =
        Table.headed("ID", "WHAT", "BY")
            .row(SafeText.of("rq-1"), SafeText.of("中文"), SafeText.of("ana"))
            .row(SafeText.of("rq-22"), SafeText.of("sum"), SafeText.of("ben"));
    out(Colour.NEVER).print(table);
    assertThat(process.out()).isEqualTo("ID     WHAT  BY\nrq-1   中文  ana\nrq-22  sum   ben\n");
  }

  @Test
  void tableOnATerminal_narrowsItsWidestColumn_andIsNotCutElsewhere() {
    Table table =
        Table.plain().row(SafeText.of("rq-1"), SafeText.of("x".repeat(60)), SafeText.of("ana"));
    out(Colour.NEVER).print(table);
    assertThat(process.out()).hasSize(4 + 2 + 60 + 2 + 3 + 1);
    process.atTerminal(30);
    out(Colour.NEVER).print(table);
    assertThat(process.out()).endsWith("\nrq-1  " + "x".repeat(18) + "…  ana\n");
  }

  @Test
  void tableOnATinyTerminal_isCutAtItsEdge() {
    process.atTerminal(12);
    out(Colour.NEVER).print(Table.plain().row(SafeText.of("abcdefgh"), SafeText.of("ijklmnop")));
    out(Colour.NEVER).print(Table.plain().row(SafeText.of("abcdefghij"), SafeText.of("i")));
    assertThat(process.out()).isEqualTo("abcdefgh  i…\nabcdefgh…  i\n");
  }

  @Test
  void styledLineCutBetweenItsRuns_showsThatMoreFollowed() {
    StyledText line =
        StyledText.of(SafeText.literal("abc")).plus(Style.RED, SafeText.literal("def"));
    assertThat(line.cut(6, Glyphs.UNICODE).plain()).isEqualTo("abcdef");
    assertThat(line.cut(4, Glyphs.UNICODE).plain()).isEqualTo("abc…");
    assertThat(line.cut(3, Glyphs.UNICODE).plain()).isEqualTo("ab…");
  }

  @Test
  void facts_standInColumns_withTheirTextGated() {
    out(Colour.NEVER).print(Facts.none().and("bundle", "bn-\u0007").and("in all", 3));
    assertThat(process.out()).isEqualTo("bundle  bn-[U+0007]\nin all  3\n");
  }

  @Test
  void warning_goesToStandardError_andIsRemembered() {
    Console console = console(Colour.NEVER, Glyphs.UNICODE);
    console.warn(SafeText.of("clock is off"));
    assertThat(process.err()).isEqualTo("warning: clock is off\n");
    assertThat(console.warnings()).isEqualTo(List.of("clock is off"));
    assertThat(process.out()).isEmpty();
  }
}
