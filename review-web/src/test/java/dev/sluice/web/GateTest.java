package dev.sluice.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is let in, and whose forms are believed. */
class GateTest {
  private final PretendedDesk desk = new PretendedDesk();
  private final MovableClock clock = new MovableClock();
  private ReviewServer server;
  private String path;

  /** A clock that a test sets forward. */
  private static final class MovableClock extends Clock {
    private Instant now = Instant.parse("2026-11-24T10:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  @BeforeEach
  void start() throws Exception {
    path = "/batch/in/low-lab/" + desk.request("sum", "def sum(data): pass\n").root();
    server = ReviewServer.start(desk, 0, new SecureRandom(), clock);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void browserThatWasLetIn_seesTheInbox() throws Exception {
    assertThat(PageVisit.launched(server).get("/").body()).contains("<h1>Incoming</h1>", "sum");
  }

  @Test
  void launchToken_worksOnce() throws Exception {
    PageVisit.launched(server);
    URI address = URI.create(server.launchAddress());
    var second = new PageVisit(server.launchAddress());
    assertThat(second.get(address.getPath() + "?" + address.getQuery()).status()).isEqualTo(403);
  }

  @Test
  void launchTokenOfTwoMinutes_isRefused() throws Exception {
    clock.now = clock.now.plus(Duration.ofMinutes(2));
    URI address = URI.create(server.launchAddress());
    var late = new PageVisit(server.launchAddress());
    PageVisit.Reply reply = late.get(address.getPath() + "?" + address.getQuery());
    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.head()).doesNotContainIgnoringCase("set-cookie");
  }

  @Test
  void wrongToken_isRefusedAndDoesNotSpendTheRightOne() throws Exception {
    var guessing = new PageVisit(server.launchAddress());
    assertThat(guessing.get("/launch?token=AAAA").status()).isEqualTo(403);
    assertThat(PageVisit.launched(server).get("/").status()).isEqualTo(200);
  }

  @Test
  void requestWithoutTheCookie_learnsNothing() throws Exception {
    for (String each : new String[] {"/", "/audit", path, "/assets/review.js"}) {
      PageVisit.Reply reply = new PageVisit(server.launchAddress()).get(each);
      assertThat(reply.status()).isEqualTo(403);
      assertThat(reply.body()).doesNotContain("sum").doesNotContain("high-lab");
    }
  }

  @Test
  void wrongHost_isMisdirected() throws Exception {
    PageVisit visit = PageVisit.launched(server);
    String port = ":" + URI.create(server.launchAddress()).getPort();
    for (String host : new String[] {"evil.example" + port, "localhost" + port, "127.0.0.1"}) {
      PageVisit.Reply reply = visit.with("Host", host).get("/");
      assertThat(reply.status()).isEqualTo(421);
      assertThat(reply.body()).doesNotContain("sum");
    }
  }

  @Test
  void formFromAnotherSite_isRefused() throws Exception {
    PageVisit visit = PageVisit.launched(server).fromThePage();
    PageVisit.Reply page = visit.get(path);
    visit.with("Origin", "http://evil.example");
    assertThat(approve(visit, page)).isEqualTo(403);
    visit.fromThePage().with("Sec-Fetch-Site", "cross-site");
    assertThat(approve(visit, page)).isEqualTo(403);
    visit.fromThePage().without("Origin");
    assertThat(approve(visit, page)).isEqualTo(403);
    visit.fromThePage().without("Sec-Fetch-Site");
    assertThat(approve(visit, page)).isEqualTo(403);
    assertThat(desk.done).isEmpty();
    assertThat(approve(visit.fromThePage(), page)).isEqualTo(303);
  }

  private int approve(PageVisit visit, PageVisit.Reply page) throws Exception {
    return visit.submit(page, path + "/review", "verdict", "approve").status();
  }

  @Test
  void formWithoutItsToken_isRefused() throws Exception {
    PageVisit visit = PageVisit.launched(server).fromThePage();
    PageVisit.Reply reply =
        visit.post(path + "/review", "verdict", "approve", "sequence", "7", "token", "AAAA");
    assertThat(reply.status()).isEqualTo(403);
    assertThat(visit.post(path + "/review", "verdict", "approve").status()).isEqualTo(403);
    assertThat(desk.done).isEmpty();
  }

  @Test
  void tokenOfOneForm_doesNotFitAnother() throws Exception {
    PageVisit visit = PageVisit.launched(server).fromThePage();
    String page = visit.get(path).body();
    String token = page.replaceFirst("(?s).*name=\"token\" value=\"([^\"]*)\".*", "$1");
    PageVisit.Reply reply =
        visit.post("/apply", "checked", "yes", "plan", "pl-1", "sequence", "7", "token", token);
    assertThat(reply.status()).isEqualTo(403);
    assertThat(desk.done).isEmpty();
  }

  @Test
  void formOfAnEarlierState_isAConflictThatSaysWhatChanged() throws Exception {
    PageVisit visit = PageVisit.launched(server).fromThePage();
    PageVisit.Reply page = visit.get(path);
    desk.sequence++;
    PageVisit.Reply reply = visit.submit(page, path + "/review", "verdict", "approve");
    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.body()).contains("ben decide-skip");
    assertThat(desk.done).isEmpty();
  }

  @Test
  void everyAnswer_forbidsWhateverThePageDoesNotNeed() throws Exception {
    PageVisit visit = PageVisit.launched(server);
    for (String each : new String[] {"/", path, "/assets/review.js", "/nowhere"}) {
      PageVisit.Reply reply = visit.get(each);
      assertThat(reply.header("Content-Security-Policy"))
          .contains("default-src 'none'", "script-src 'self'", "require-trusted-types-for 'script'")
          .contains("base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'")
          .doesNotContain("unsafe");
      assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }
  }

  @Test
  void pagesNameNothingOutside() throws Exception {
    PageVisit visit = PageVisit.launched(server);
    for (String each : new String[] {"/", path, "/summary", "/history", "/audit", "/keys"}) {
      assertThat(visit.get(each).body())
          .doesNotContain("http://", "https://", "<style", "style=", "onclick");
    }
  }

  @Test
  void otherMethods_areRefused() throws Exception {
    PageVisit visit = PageVisit.launched(server).fromThePage();
    assertThat(visit.send("DELETE /", "").status()).isEqualTo(405);
    assertThat(visit.send("GET /batch/in/low-lab/..%2f..%2fetc", "").status()).isEqualTo(404);
    assertThat(visit.send("GET /assets/..%2fReviewServer.class", "").status()).isEqualTo(404);
  }

  @Test
  void tooLongForm_isRefused() throws Exception {
    PageVisit visit = PageVisit.launched(server).fromThePage();
    assertThat(visit.post(path + "/review", "note", "x".repeat(1 << 17)).status()).isEqualTo(400);
  }

  @Test
  void finish_endsTheServer() throws Exception {
    PageVisit visit = PageVisit.launched(server).fromThePage();
    PageVisit.Reply reply = visit.submit(visit.get("/summary"), "/finish");
    assertThat(reply.body()).contains("finished");
    server.awaitEnd();
  }

  @Test
  void idleServer_ends() throws Exception {
    clock.now = clock.now.plus(ReviewServer.IDLE);
    server.awaitEnd();
  }

  @Test
  void knockingWithoutTheCookie_keepsNobodyAwake() throws Exception {
    clock.now = clock.now.plus(ReviewServer.IDLE);
    new PageVisit(server.launchAddress()).get("/");
    server.awaitEnd();
  }
}
