package dev.sluice.acceptance;

import static dev.sluice.cli.testing.TwoSites.typed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.state.ObjectId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a person or a program works with when looking at batches. */
class ListsTest extends TwoSitesTest {
  @Test
  @DisplayName("F101 sync boxes fixed")
  void member_hasNoDecisionOfItsOwn() throws Exception {
    ObjectId request = waiting("sum");
    ObjectId user = named("user", CURIE);
    sites.high("batch", "show", typed(request), "--json").prints(user.text());
    for (String verdict : new String[] {"approve", "skip", "ignore"}) {
      sites.high(verdict, typed(user)).exits(ExitCode.USAGE).reports("no batch waits");
    }
  }

  @Test
  @DisplayName("F103 copy id")
  void everyObjectOfABatch_hasAnIdThatCanBeTyped() throws Exception {
    ObjectId request = live("sum");
    deposited(request, "6");
    String json = sites.high("batch", "list", "--outgoing", "--json").exits(ExitCode.OK).out();
    var ids = Pattern.compile("\"id\":\"([a-z]{2}-[^\"]+)\"").matcher(json).results();
    assertThat(ids.map(MatchResult::group).distinct())
        .hasSizeGreaterThan(5)
        .allSatisfy(id -> sites.high("show", id.substring(6, 18)).exits(ExitCode.OK));
  }

  @Test
  @DisplayName("F107 previews off")
  void decision_needsNoDiff() throws Exception {
    ObjectId request = waiting("sum");
    sites.high("approve", typed(request), "--json").prints("sluice.decisions/1").neverSays("def ");
    sites.high("apply", "--yes", "--json").exits(ExitCode.OK).neverSays("def ");
  }

  @Test
  @DisplayName("F108 state compare offline")
  void comparison_needsNothingOfTheOtherSite() throws Exception {
    ObjectId request = live("sum");
    sites.low("request", "withdraw", typed(request)).exits(ExitCode.OK);
    sites.carryUp();
    Path low = folder.resolve("low");
    Files.move(low, low.resolveSibling("gone"));
    sites.high("diff", typed(request), "--incoming").prints("status: \"pending\" -> \"withdrawn\"");
  }
}
