package dev.sluice.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What other people wrote never becomes markup, wherever the page shows it. */
class HostileTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onfocus='alert(1)' autofocus='",
        "</title></textarea></style><svg onload=alert(1)>",
        "javascript:alert(1)",
        "<!--<iframe srcdoc='<script>alert(1)</script>'>",
        "\u2028<b>\u0000</b>\u001b]0;x\u0007",
        "{{7*7}} ${7*7} @if(true)<i>@endif"
      })
  void textIsInertInEveryPlace(String hostile) throws Exception {
    var desk = new PretendedDesk();
    String path = "/batch/in/low-lab/" + desk.request(hostile, hostile, hostile + "\n").root();
    try (var server = ReviewServer.start(desk, 0, new SecureRandom(), Clock.systemUTC())) {
      PageVisit visit = PageVisit.launched(server).fromThePage();
      visit.submit(
          visit.get(path),
          path + "/review",
          "verdict",
          "reject",
          "reason",
          hostile,
          "note",
          hostile);
      PageVisit.Reply asked =
          visit.submit(visit.get(path), path + "/review", "reason", hostile, "note", hostile);
      assertInert(asked.body());
      for (String each :
          new String[] {"/", path, path + "?view=split", "/summary", "/audit", code(visit, path)}) {
        assertInert(visit.get(each).body());
      }
      assertInert(visit.get("/?search=" + "%22%3E%3Cscript%3E").body());
    }
  }

  /** Where all of the code of a request is shown. */
  private static String code(PageVisit visit, String path) throws Exception {
    String page = visit.get(path).body();
    return page.replaceFirst("(?s).*href=\"([^\"]*/part[?][^\"]*)\".*", "$1").replace("&amp;", "&");
  }

  private static void assertInert(String page) {
    assertThat(page)
        .doesNotContain("<script>", "<img", "<svg", "<iframe", "<b>", "<i>", "<!--")
        .doesNotContain("href=\"javascript")
        .doesNotContain("\u2028", "\u0000", "\u001b", "\u0007");
    assertThat(page.replaceAll("\"[^\"]*\"", "\"\"")).doesNotContainPattern("<[^>]* on[a-z]+=");
    assertThat(page.indexOf("<title>")).isEqualTo(page.lastIndexOf("<title>"));
  }
}
