package dev.sluice.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.web.PageVisit.Reply;
import java.security.SecureRandom;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Looking and deciding, as a browser without JavaScript does it. */
class ReviewTest {
  private static final String HIGH_CODE =
      "def steal(data):\n    # \u202Eonly sums\n    return data\n";

  private final PretendedDesk desk = new PretendedDesk();
  private ReviewServer server;
  private PageVisit visit;

  @BeforeEach
  void start() throws Exception {
    server = ReviewServer.start(desk, 0, new SecureRandom(), Clock.systemUTC());
    visit = PageVisit.launched(server).fromThePage();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String request(String name, String code) throws Exception {
    return "/batch/in/low-lab/" + desk.request(name, code).root();
  }

  @Test
  void filterInTheAddress_narrowsTheListAndCountsWhatItHides() throws Exception {
    request("sum", "def sum(data): return total(data)\n");
    request("steal", HIGH_CODE);
    String page = visit.get("/incoming?search=only+sums").body();
    assertThat(page).contains("steal").contains("hidden by the filter: 1");
    assertThat(page).doesNotContain(">sum<");
    assertThat(visit.get("/incoming?by=nobody%40example.org").body()).contains("Nothing in this");
    assertThat(visit.get("/incoming?type=request&status=new").body()).contains("steal", ">sum<");
  }

  @Test
  void hiddenCharacters_areMarkedInTheLineAndListedWithTheirPlace() throws Exception {
    String page = visit.get(request("steal", HIGH_CODE)).body();
    assertThat(page)
        .contains("<mark class=\"hidden-block\" title=\"RIGHT-TO-LEFT OVERRIDE\">[U+202E]</mark>")
        .contains("source:2:7")
        .doesNotContain("\u202E");
  }

  @Test
  void wordOfMixedScripts_isAFinding() throws Exception {
    String page = visit.get(request("twin", "p\u0430yroll = 1\n")).body();
    assertThat(page).contains("mixes letters that look alike");
  }

  @Test
  void finding_standsAtItsLine_andTheListLeadsThere() throws Exception {
    String page = visit.get(request("steal", HIGH_CODE)).body();
    String anchor = page.replaceFirst("(?s).*href=\"#([^\"]*)\"><code>source:2:7.*", "$1");
    String line = page.replaceFirst("(?s).*<tr[^>]* id=\"" + anchor + "\">(.*?)</tr>.*", "$1");
    assertThat(line).contains("only sums", "<strong>danger</strong> [U+202E] RIGHT-TO-LEFT");
    assertThat(line).doesNotContain("return data");
    String split = visit.get(request("other", HIGH_CODE) + "?view=split").body();
    assertThat(split).contains("<strong>danger</strong> [U+202E] RIGHT-TO-LEFT");
  }

  @Test
  void findingOnALaterPage_isReachedThere() throws Exception {
    String path = request("long", "x\n".repeat(1500) + "\u200b\n");
    String page = visit.get(path).body();
    String link = page.replaceFirst("(?s).*href=\"([^\"]*)\"><code>source:1501:1.*", "$1");
    assertThat(link).contains("page=2#");
    String anchor = link.substring(link.indexOf('#') + 1);
    assertThat(page).doesNotContain("id=\"" + anchor + "\"");
    assertThat(visit.get(path + "?page=2").body()).contains("id=\"" + anchor + "\"");
  }

  @Test
  void otherScripts_areNotedWithoutAlarm() throws Exception {
    String path = request("umlaut", "# \u00fcber \u00e9t\u00e9\n");
    assertThat(visit.get(path).body())
        .contains("<strong>note</strong> outside ASCII: \u00fc \u00e9", "source:1<")
        .doesNotContain("class=\"alarm\"");
    assertThat(visit.get("/").body()).doesNotContain("findings to look at");
  }

  @Test
  void manyNotes_hideNoAlarm() throws Exception {
    String path = request("drowned", "# \u00fc\n".repeat(200) + "\u202e\n");
    assertThat(visit.get(path).body()).contains("source:201:1", "and more");
    assertThat(visit.get("/").body()).contains("1 findings to look at");
  }

  @Test
  void textThatLooksLikeAMark_staysPlain() throws Exception {
    String page = visit.get(request("fake", "x = '[U+202E]'\n")).body();
    assertThat(page).contains("[U+202E]").doesNotContain("<mark");
  }

  @Test
  void approval_isRecordedAndLeadsToTheNextBatch() throws Exception {
    String first = request("sum", "pass\n");
    String second = request("mean", "pass\n");
    Reply reply =
        visit.submit(
            visit.get(first),
            first + "/review",
            "verdict",
            "approve",
            "reason",
            "fine",
            "note",
            "-n");
    assertThat(reply.header("Location")).isEqualTo(second + "?recorded=1");
    assertThat(desk.done).containsExactly("approve sum fine-n");
    assertThat(visit.get(first).body()).contains("approved", "fine", "Take back");
  }

  @Test
  void rejectionWithoutAReason_isAskedForAgainWithWhatWasTyped() throws Exception {
    String path = request("sum", "pass\n");
    Reply reply =
        visit.submit(visit.get(path), path + "/review", "verdict", "reject", "note", "mine");
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.body()).contains("Give a reason", "value=\"mine\"");
    assertThat(reply.body()).containsPattern("value=\"reject\"[^>]*checked");
    assertThat(desk.done).isEmpty();
  }

  @Test
  void noVerdict_isAskedFor() throws Exception {
    String path = request("sum", "pass\n");
    assertThat(visit.submit(visit.get(path), path + "/review").status()).isEqualTo(422);
    assertThat(desk.done).isEmpty();
  }

  @Test
  void sideBySide_standsBeforeAndAfterInOneRow() throws Exception {
    String page = visit.get(request("sum", "one\ntwo\n") + "?view=split").body();
    assertThat(page).contains("class=\"diff split\"", "Unified");
  }

  @Test
  void longDiff_comesInPages() throws Exception {
    String path = request("long", "x\n".repeat(45_000));
    String first = visit.get(path).body();
    assertThat(first).contains("page 1 of 45", "later lines").doesNotContain(">1001<");
    assertThat(visit.get(path + "?page=2").body()).contains(">1001<", "earlier lines");
  }

  @Test
  void longList_comesInPages() throws Exception {
    for (int i = 0; i < 250; i++) {
      request("batch" + i, "pass\n");
    }
    String page = visit.get("/incoming").body();
    assertThat(page).contains("page 1 of 3").contains("later");
    assertThat(visit.get("/incoming?page=3").body()).contains("page 3 of 3");
  }

  @Test
  void longLine_isCutAndSaysSo() throws Exception {
    String page = visit.get(request("wide", "y".repeat(5_000_000) + "\n")).body();
    assertThat(page).contains("4998000 more characters in this line");
    assertThat(page.length()).isLessThan(100_000);
  }

  @Test
  void unticked_isNotApplied() throws Exception {
    request("sum", "pass\n");
    Reply summary = visit.get("/summary");
    assertThat(visit.submit(summary, "/apply").status()).isEqualTo(422);
    assertThat(desk.done).isEmpty();
    Reply reply = visit.submit(summary, "/apply", "checked", "yes");
    assertThat(reply.header("Location")).isEqualTo("/done");
    assertThat(visit.get("/done").body())
        .contains("Applied pl-12345678.", "+ create", "approved by ana", "Audit log: entry 7");
  }

  @Test
  void summary_saysWhatRequestersWillSee_andNothingOfTheOthers() throws Exception {
    String first = request("sum", "pass\n");
    String second = request("mean", "pass\n");
    request("later", "pass\n");
    visit.submit(visit.get(first), first + "/review", "verdict", "reject", "reason", "too <b>wide");
    visit.submit(visit.get(second), second + "/review", "verdict", "approve", "reason", "in-house");
    String told = visit.get("/summary").body().replaceFirst("(?s).*id=\"told\"", "");
    assertThat(told)
        .containsPattern("ana@[^<]*: request [^<]* sum: rejected, “too &lt;b&gt;wide”")
        .containsPattern("ana@[^<]*: request [^<]* mean: applied")
        .doesNotContain("in-house", " later<");
  }

  @Test
  void getChangesNothing() throws Exception {
    String path = request("sum", "pass\n");
    visit.get(path + "/review?verdict=approve");
    visit.get("/apply?checked=yes");
    visit.get("/finish");
    assertThat(desk.done).isEmpty();
    assertThat(visit.get("/").status()).isEqualTo(200);
  }
}
