package dev.sluice.cli.command;

import static dev.sluice.cli.testing.TwoSites.typed;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.testing.TwoSites;
import dev.sluice.datasite.Requests;
import dev.sluice.state.ObjectId;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {
  @TempDir Path folder;
  private TwoSites sites;
  private ObjectId steal;

  @BeforeEach
  void hostileRequestHasComeIn() throws Exception {
    sites = TwoSites.paired(folder);
    steal =
        sites.submit(
            "steal",
            "Totals\u001b[2J",
            "def steal(data):\n    # only sums \u202Ewohs ot\u2069 are\n    return data\n");
    sites.carryUp();
  }

  @Test
  void newCode_isShownLineByLine_withEachHiddenCharacterMarkedAndListed() {
    sites
        .high("diff", typed(steal))
        .exits(ExitCode.OK)
        .prints(
            "request rq-",
            "by curie@example.org   new, incoming from low-lab",
            "  + code cd-",
            "         1 + def steal(data):",
            "         2 +     # only sums [U+202E]wohs ot[U+2069] are",
            "hidden character  source:2:17  [U+202E] RIGHT-TO-LEFT OVERRIDE",
            "hidden character  source:2:25  [U+2069] POP DIRECTIONAL ISOLATE",
            "purpose: \"Totals\\u001b[2J\"",
            "hidden character  purpose:1:7  [U+001B] ESCAPE")
        .neverSays("\u001b", "\u202E", "\u2069", "         4 +");
  }

  @Test
  void json_hasTheSameChanges_asTheyCame() {
    sites
        .high("diff", typed(steal), "--json")
        .exits(ExitCode.OK)
        .prints(
            "\"schema\":\"sluice.diff/1\"",
            "{\"after\":1,\"mark\":\"added\",\"text\":\"def steal(data):\"}",
            "\"character\":\"[U+202E]\",\"column\":17,\"item\":\"source\",\"line\":2");
  }

  @Test
  void changedField_isOldThenNew() throws Exception {
    sites.high("approve", typed(steal)).exits(ExitCode.OK);
    sites.high("apply", "--yes").exits(ExitCode.OK);
    sites.onLow(site -> new Requests(site).withdraw(steal));
    sites.carryUp();
    sites
        .high("diff", typed(steal))
        .exits(ExitCode.OK)
        .prints("status: \"pending\" -> \"withdrawn\"", "  = 3 unchanged");
  }

  @Test
  void withoutIds_allUndecidedAreShown_andTheExitCodeTellsThem() {
    sites.high("diff", "--incoming", "--stat").prints("steal  new  objects 4", "lines +3 -0");
    sites.high("diff", "--incoming", "--name-only").prints(typed(steal).substring(0, 7));
    sites.high("diff", "--incoming", "--exit-code").exits(ExitCode.CHANGES_PRESENT);
    sites.high("skip", "--all-undecided").exits(ExitCode.OK);
    sites.high("diff", "--incoming", "--exit-code").exits(ExitCode.OK).prints("Nothing undecided.");
  }
}
