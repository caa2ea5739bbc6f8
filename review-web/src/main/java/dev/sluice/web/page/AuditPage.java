package dev.sluice.web.page;

import dev.sluice.canonical.CanonicalJson;
import dev.sluice.state.audit.AuditEntry;
import dev.sluice.state.audit.AuditEvent;
import dev.sluice.state.text.SafeText;
import dev.sluice.web.desk.Board;
import dev.sluice.web.desk.Trail;
import java.util.ArrayList;
import java.util.List;

/**
 * S8: the log of everything that changed the site.
 *
 * @param frame around it
 * @param broken where the chain breaks; empty if it is whole
 * @param by whose entries are shown; empty for all
 * @param about entries about which object are shown; empty for all
 * @param entries newest first
 * @param more whether there are older ones
 */
record AuditPage(
    Frame frame, String broken, String by, String about, List<Line> entries, boolean more) {
  private static final int MOST = 500;

  /** One entry. */
  record Line(long sequence, String time, Marked who, Marked what, Marked about, Marked details) {}

  static AuditPage of(Board board, Trail trail, String by, String about) {
    var lines = new ArrayList<Line>();
    List<AuditEntry> all = trail.entries();
    for (int i = all.size() - 1; i >= Math.max(0, all.size() - MOST); i--) {
      lines.add(line(all.get(i)));
    }
    return new AuditPage(
        Frame.of(board, "Audit", "audit"),
        trail.broken().map(broken -> broken.sequence() + ": " + broken.fault()).orElse(""),
        by,
        about,
        lines,
        all.size() > MOST);
  }

  static Line line(AuditEntry entry) {
    return new Line(
        entry.sequence(),
        Times.shown(entry.time()),
        Marked.title(entry.event().actor()),
        Marked.of(entry.event().action()),
        Marked.of(SafeText.of(String.join(" ", entry.event().subjects())).cut(120)),
        details(entry.event()));
  }

  private static Marked details(AuditEvent event) {
    boolean none = event.details().fields().isEmpty();
    return Marked.of(
        none ? SafeText.EMPTY : SafeText.of(CanonicalJson.text(event.details())).cut(200));
  }
}
