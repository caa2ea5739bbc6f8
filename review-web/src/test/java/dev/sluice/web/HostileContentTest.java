package dev.sluice.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.state.testing.Samples;
import dev.sluice.web.PageVisit.Reply;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Results and logs that attack whoever looks at them are shown, inert and in bounds. */
class HostileContentTest {
  private static final int LONGEST_PAGE = 4 << 20;

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

  static Stream<String> corpus() {
    return Stream.of(
        "<!DOCTYPE html><script>alert(1)</script><meta http-equiv=refresh content='0;//x.test'>",
        "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'><image href='//x.test/a'/></svg>",
        "a,b\n<script>alert(1)</script>,=HYPERLINK(\"http://x.test\")\n",
        "{\"nbformat\":4,\"cells\":[{\"cell_type\":\"markdown\",\"source\":\"<img src=x onerror=a>\"}]}",
        "\u001b]8;;http://x.test\u0007click\u001b]8;;\u0007 \u001b[31m<b>red</b>\u001b[0m",
        "\u202e<b>\u2066\u200b\udb40\udc41\n",
        "x".repeat(5 << 20),
        "<b>\n".repeat(100_000),
        "a,b\n" + "1,<i>\n".repeat(100_000));
  }

  private String privatePage(byte[] content) throws Exception {
    var job = desk.job("sum", desk.part(content), desk.part(content));
    return "/batch/out/low-lab/" + job.root() + "/private";
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void contentIsInert_howeverItIsShown(String hostile) throws Exception {
    String path = privatePage(hostile.getBytes(UTF_8));
    for (String how : new String[] {"", "?as=text&page=999", "?as=hex"}) {
      Reply reply = visit.get(path + how);
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.header("Content-Security-Policy")).contains("default-src 'none'");
      assertThat(reply.body().length()).isLessThan(LONGEST_PAGE);
      assertThat(reply.body())
          .doesNotContain("<script>", "<svg", "<img", "<meta http-equiv", "<b>", "<i>")
          .doesNotContain("href=\"http", "\u001b", "\u202e", "\u2066", "\u200b");
    }
  }

  @Test
  void pageOfALongLog_isReachedByItsLinks() throws Exception {
    String path = privatePage("line\n".repeat(1200).getBytes(UTF_8));
    String first = visit.get(path).body();
    assertThat(first).contains("page 1 of 3", path + "?as=seems&amp;page=2");
    assertThat(visit.get(path + "?as=seems&page=3").body())
        .contains("page 3 of 3", ">1200<")
        .doesNotContain(">1000<");
  }

  @Test
  void picture_isServedAsDrawnHere_inASandbox() throws Exception {
    byte[] png = png();
    byte[] hostile = Arrays.copyOf(png, png.length + 8);
    System.arraycopy("<script>".getBytes(UTF_8), 0, hostile, png.length, 8);
    String page = privatePage(hostile);
    String address = page.replaceFirst("private$", "picture");
    assertThat(visit.get(page).body()).contains("src=\"" + address + "?object=");
    String result = "?object=" + Samples.id("result", "sum").text() + "&item=part:value";
    Reply reply = visit.get(address + result);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).isEqualTo("image/png");
    assertThat(reply.header("Content-Security-Policy")).startsWith("sandbox; default-src 'none'");
    assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(reply.body()).doesNotContain("<script>");
    assertThat(visit.get(address + "?object=x&item=part:value").status()).isEqualTo(404);
  }

  @Test
  void brokenPicture_isNeverServed() throws Exception {
    String page = privatePage(Arrays.copyOf(png(), 50));
    String result = "?object=" + Samples.id("result", "sum").text() + "&item=part:value";
    assertThat(visit.get(page).status()).isEqualTo(200);
    assertThat(visit.get(page.replaceFirst("private$", "picture") + result).status())
        .isEqualTo(404);
  }

  private static byte[] png() throws Exception {
    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }
}
