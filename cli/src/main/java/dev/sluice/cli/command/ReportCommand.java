package dev.sluice.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.canonical.CanonicalJson;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.state.text.SafeText;
import dev.sluice.web.drawing.StickLabel;
import dev.sluice.web.page.ReportSheet;
import dev.sluice.web.report.ReportJson;
import dev.sluice.web.report.TransferReport;
import dev.sluice.web.report.TransferReport.Reader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a bundle carried, on paper. */
@Command(
    name = "report",
    header = "Report on a bundle: what it carried, who decided it, what became of it.",
    description = {
      "The report is one HTML page, to be read or printed in any browser; with --out its JSON form is",
      "written beside it. It is for the files of this site. --for peer leaves out whatever the bundle",
      "itself does not tell; a label tells no more than what stands readable on the medium."
    },
    footer = {
      "sluice report bn-000042 --outgoing --out report-000042.html",
      "sluice report bn-000042 --for peer --out for-low-lab.html",
      "sluice report bn-000042 --format label --out label.svg"
    })
public final class ReportCommand extends SiteCommand {
  private static final String HTML = ".html";

  @Parameters(
      paramLabel = "BUNDLE",
      converter = BundleNumberConverter.class,
      description = "Its number, such as bn-000042.")
  private long number;

  @Mixin private final DirectionOptions direction = new DirectionOptions();

  @Option(names = "--for", paramLabel = "READER", description = "site (default) or peer.")
  private Reader reader = Reader.SITE;

  @Option(names = "--format", paramLabel = "FORMAT", description = "html (default) or label.")
  private Format format = Format.HTML;

  @Option(names = "--out", paramLabel = "FILE", description = "Write it to this new file.")
  private Path out;

  /** What is made of the report. */
  enum Format {
    HTML,
    LABEL
  }

  public ReportCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session) throws Exception {
    TransferReport whole =
        session.<TransferReport, RuntimeException>read(
            view ->
                BundleLedger.report(
                        view,
                        session.kinds(),
                        BundleLedger.find(view, number, direction.chosen()),
                        invocation().environment().clock())
                    .orElseThrow());
    TransferReport report = reader == Reader.PEER ? whole.forPeer() : whole;
    String text = format == Format.LABEL ? StickLabel.of(report) : ReportSheet.html(report);
    List<Path> written = out == null ? List.of() : write(report, text);
    return session.answer(
        "sluice.transfer-report/1",
        ReportJson.of(report),
        console -> {
          if (out == null) {
            SafeText.lines(text).forEach(console.out()::print);
          }
          written.forEach(file -> console.out().print(SafeText.sentence("Wrote {}.", file)));
        });
  }

  private List<Path> write(TransferReport report, String text) throws IOException {
    Path file = invocation().resolve(out);
    String name = String.valueOf(file.getFileName());
    var written = new ArrayList<>(List.of(file));
    create(file, text);
    if (format == Format.HTML) {
      String stem = name.endsWith(HTML) ? name.substring(0, name.length() - HTML.length()) : name;
      Path beside = file.resolveSibling(stem + ".json");
      create(beside, CanonicalJson.text(ReportJson.of(report)));
      written.add(beside);
    }
    return written;
  }

  private static void create(Path file, String text) throws IOException {
    try (OutputStream out = NewFile.open(file, "--out")) {
      out.write(text.getBytes(UTF_8));
    }
  }
}
