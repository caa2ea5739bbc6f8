package dev.sluice.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.canonical.Json;
import dev.sluice.cli.testing.PretendedProcess;
import dev.sluice.state.text.SafeText;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonOutputTest {
  private final PretendedProcess process = new PretendedProcess();
  private final Json.Obj document =
      Envelope.at(PretendedProcess.NOW, List.of("old clock"))
          .on("high", 41)
          .data("sluice.plan/1", Json.object().put("by", "Zoë \u202E").build());

  @Test
  void program_getsOneCanonicalLine() {
    JsonOutput.out(process.environment()).print(document);
    assertThat(process.out())
        .isEqualTo(
            "{\"data\":{\"by\":\"Zoë \u202E\"},\"ok\":true,\"schema\":\"sluice.plan/1\","
                + "\"side\":\"high\",\"store_seq\":41,\"time\":\"2026-11-24T10:02:11Z\","
                + "\"warnings\":[\"old clock\"]}\n");
  }

  @Test
  void terminal_getsIndentedLines_inPrintableAsciiOnly() {
    JsonOutput.out(process.atTerminal(80).environment()).print(document);
    assertThat(process.out())
        .startsWith("{\n  \"data\": {\n    \"by\": \"Zo\\u00eb \\u202e\"\n  },\n  \"ok\": true,")
        .endsWith("  \"warnings\": [\n    \"old clock\"\n  ]\n}\n")
        .matches("[\n -~]*");
  }

  @Test
  void deleteCharacter_isEscapedOnATerminal() {
    JsonOutput.out(process.atTerminal(80).environment()).print(Json.text("\u007f😀"));
    assertThat(process.out()).isEqualTo("\"\\u007f\\ud83d\\ude00\"\n");
  }

  @Test
  void refusal_hasTheShapeOfTheErrorSchema() {
    var refusal =
        new CliException(ExitCode.REPLAY, SafeText.literal("bundle 42 was already imported"))
            .subject("bundle", "bn-000042")
            .fact("imported at", "2026-11-20T09:14:03Z")
            .help(SafeText.literal("sluice receipt show rc-77aa"));
    Json.Obj error = Envelope.at(PretendedProcess.NOW, List.of()).error(ErrorReport.of(refusal));
    JsonOutput.err(process.environment()).print(error);
    assertThat(process.err())
        .isEqualTo(
            "{\"error\":{\"changed\":false,\"code\":\"REPLAY\","
                + "\"details\":{\"imported_at\":\"2026-11-20T09:14:03Z\"},\"exit\":12,"
                + "\"help\":[\"sluice receipt show rc-77aa\"],"
                + "\"message\":\"bundle 42 was already imported\","
                + "\"subject\":{\"bundle\":\"bn-000042\"}},\"ok\":false,"
                + "\"schema\":\"sluice.error/1\",\"time\":\"2026-11-24T10:02:11Z\","
                + "\"warnings\":[]}\n");
  }
}
