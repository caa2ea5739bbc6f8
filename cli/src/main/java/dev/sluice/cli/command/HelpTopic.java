package dev.sluice.cli.command;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Printer;
import dev.sluice.cli.console.Table;
import dev.sluice.state.text.SafeText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Something worth explaining that is no command. */
enum HelpTopic {
  EXIT_CODES("exit-codes") {
    @Override
    void print(Printer out) {
      Table table = Table.headed("CODE", "NAME", "WHEN");
      for (ExitCode code : ExitCode.values()) {
        table.row(
            SafeText.of(Integer.toString(code.number())),
            SafeText.literal(code.name()),
            SafeText.literal(code.meaning()));
      }
      out.print(table);
      out.print(SafeText.literal("Codes may be added: treat an unknown one as a failure."));
    }
  };

  private final String word;

  HelpTopic(String word) {
    this.word = word;
  }

  abstract void print(Printer out);

  static Optional<HelpTopic> named(String word) {
    return Stream.of(values()).filter(topic -> topic.word.equals(word)).findFirst();
  }

  static List<String> names() {
    return Stream.of(values()).map(topic -> topic.word).toList();
  }
}
