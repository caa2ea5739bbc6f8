package dev.sluice.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.state.PartRef;
import dev.sluice.state.review.EarlierRelease;
import dev.sluice.state.review.EarlierRelease.Kinship;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.store.Release;
import dev.sluice.state.testing.Samples;
import dev.sluice.web.PageVisit.Reply;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing private leaves by accident. */
class PrivateDataTest {
  private static final String RESULT = Samples.id("result", "sum").text() + "/part:value";
  private static final String LOG = Samples.id("log", "sum").text() + "/part:stdout";

  private final PretendedDesk desk = new PretendedDesk();
  private ReviewServer server;
  private PageVisit visit;
  private String path;

  @BeforeEach
  void start() throws Exception {
    server = ReviewServer.start(desk, 0, new SecureRandom(), Clock.systemUTC());
    visit = PageVisit.launched(server).fromThePage();
    ListedBatch job =
        desk.job(
            "sum",
            desk.part("region,total\nNorth,34\nSouth,=cmd|' /C calc'!A0\n"),
            desk.part("line \u001b[31mred\u001b[0m\n"));
    path = "/batch/out/low-lab/" + job.root();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Reply share(String... fields) throws Exception {
    return visit.submit(visit.get(path + "/private"), path + "/share", fields);
  }

  @Test
  void everythingIsWithheldAndUnticked() throws Exception {
    String page = visit.get(path + "/private").body();
    assertThat(page).contains("Share real data and approve the request").contains("withheld");
    assertThat(page).doesNotContain("checked");
  }

  @Test
  void releaseBefore_isListedWithItsReason_andComparedCellByCell() throws Exception {
    assertThat(visit.get(path + "/private").body()).doesNotContain("Released before");
    earlier("result", "value", "region,total\nNorth,33\nSouth,<b>\n");
    earlier("log", "stdout", "line\n");
    earlier("log", "stderr", "line\n");
    String page = visit.get(path + "/private").body();
    assertThat(page).contains("Released before: 1<");
    String link = page.replaceFirst("(?s).*href=\"([^\"]*/earlier[^\"]*)\".*", "$1");
    String log = visit.get(link.replace("&amp;", "&")).body();
    assertThat(log).contains("same data", "because &lt;i&gt;", "5 bytes → ", "class=\"diff\"");
    String result =
        visit.get(path + "/earlier?object=" + RESULT.replaceFirst("/", "&item=")).body();
    assertThat(result)
        .contains("was 33, differencing?", "was &lt;b&gt;", "ben")
        .doesNotContain("<b>", "<i>");
    assertThat(visit.get(path + "/earlier?object=x&item=y").status()).isEqualTo(404);
  }

  private void earlier(String kind, String part, String content) {
    PartRef ref = desk.part(content);
    var release =
        new Release(
            "part:" + part,
            ref.digest(),
            "ben",
            "because <i>",
            Instant.parse("2026-11-23T10:00:00Z"),
            3);
    desk.earlier.add(
        new EarlierRelease(
            Samples.id(kind, "former"),
            kind,
            part,
            ref,
            "sum",
            "curie@example.org",
            Kinship.SAME_DATA,
            release));
  }

  @Test
  void tableIsATable_andColoursOfALogAreStyles() throws Exception {
    String page = visit.get(path + "/private").body();
    assertThat(page).containsPattern("<td>North\\s*</td>").contains("1 looks like a formula");
    assertThat(page).contains("<code>line </code><code class=\"red\">red</code>");
    assertThat(page).doesNotContain("\u001b");
  }

  @Test
  void resultAlone_isShared() throws Exception {
    Reply reply = share("item", RESULT, "reason", "a sum", "count", "1");
    assertThat(reply.status()).isEqualTo(303);
    assertThat(desk.done).containsExactly("share 1 a sum");
  }

  @Test
  void wrongCount_sharesNothing() throws Exception {
    Reply reply = share("item", RESULT, "item", LOG, "reason", "a sum", "count", "1");
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.body()).contains("how many private items");
    assertThat(desk.done).isEmpty();
  }

  @Test
  void noReasonOrNoTick_sharesNothing() throws Exception {
    assertThat(share("item", RESULT, "count", "1").status()).isEqualTo(422);
    assertThat(share("reason", "because", "count", "0").status()).isEqualTo(422);
    assertThat(share("item", "rs-unknown", "reason", "because", "count", "1").status())
        .isEqualTo(422);
    assertThat(desk.done).isEmpty();
  }

  @Test
  void passphraseIsWantedAgain() throws Exception {
    desk.passphrase = Optional.of("open sesame");
    String[] fields = {"item", RESULT, "reason", "a sum", "count", "1"};
    assertThat(share(fields).status()).isEqualTo(422);
    assertThat(share("item", RESULT, "reason", "a sum", "count", "1", "passphrase", "x").status())
        .isEqualTo(422);
    assertThat(desk.done).isEmpty();
    share("item", RESULT, "reason", "a sum", "count", "1", "passphrase", "open sesame");
    assertThat(desk.done).containsExactly("share 1 a sum");
  }
}
