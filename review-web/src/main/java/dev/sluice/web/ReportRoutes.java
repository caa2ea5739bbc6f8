package dev.sluice.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.canonical.Digest;
import dev.sluice.canonical.NotCanonicalException;
import dev.sluice.web.desk.Desk;
import dev.sluice.web.desk.DeskException;
import dev.sluice.web.drawing.StickLabel;
import dev.sluice.web.page.ReportSheet;
import dev.sluice.web.report.TransferReport;
import java.util.Optional;

/** Reports on bundles and the labels of their sticks, each a document of its own. */
final class ReportRoutes {
  private static final String STYLE = "<style>";

  private final Desk desk;

  ReportRoutes(Desk desk) {
    this.desk = desk;
  }

  /**
   * The report on a bundle: the site's own, or as the query says {@code for=peer} or {@code
   * as=label}.
   *
   * @param bundle what the address says for its digest
   */
  Optional<Answer> answer(String bundle, FormFields query) throws DeskException {
    try {
      return desk.report(Digest.parse(bundle)).map(report -> answer(report, query));
    } catch (NotCanonicalException e) {
      return Optional.empty();
    }
  }

  private static Answer answer(TransferReport report, FormFields query) {
    if (query.text("as").equals("label")) {
      return Answer.content("image/svg+xml", StickLabel.of(report).getBytes(UTF_8));
    }
    String html = ReportSheet.html(query.text("for").equals("peer") ? report.forPeer() : report);
    return Answer.sheet(html, styleOf(html));
  }

  /** The one style sheet, which stands before anything that other people wrote. */
  private static String styleOf(String html) {
    return html.substring(html.indexOf(STYLE) + STYLE.length(), html.indexOf("</style>"));
  }
}
