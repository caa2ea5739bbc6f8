package dev.sluice.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Long lists and long files come in pages; how long a view takes is kept under target, not
 * asserted.
 */
class ManyBatchesTest {
  private static final int WARM = 3;
  private static final Path TIMES = Path.of("target", "view-times.txt");

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

  /**
   * The body of the first view of {@code path}, and in the file how long it and later ones took.
   */
  private String timed(String path) throws Exception {
    String first = "";
    for (int i = 0; i <= WARM; i++) {
      long start = System.nanoTime();
      String body = visit.get(path).body();
      long millis = (System.nanoTime() - start) / 1_000_000;
      String line = (i == 0 ? "first view of " : "again ") + path + ": " + millis + " ms\n";
      Files.writeString(TIMES, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      first = i == 0 ? body : first;
    }
    return first;
  }

  @Test
  void thousandBatches_comeInPages() throws Exception {
    for (int i = 0; i < 1000; i++) {
      desk.request("request-" + i, "print(" + i + ")\n");
    }
    String first = timed("/incoming");
    assertThat(first).contains("1000 undecided", "page 1 of ").contains("rel=\"next\"");
    assertThat(first.length()).isLessThan(1 << 20);
    assertThat(visit.get("/incoming?search=request-999").body())
        .contains("request-999", "hidden by the filter: 999");
  }

  @Test
  void diffOfFiftyThousandLines_comesInPages() throws Exception {
    String code =
        IntStream.range(0, 49_999)
            .mapToObj(i -> "value_" + i + " = " + i)
            .collect(Collectors.joining("\n", "", "\n"));
    String path = "/batch/in/low-lab/" + desk.request("long", code).root();
    String first = timed(path);
    assertThat(first).contains("value_999", "page 1 of 50").doesNotContain("value_1000 ");
    assertThat(first.length()).isLessThan(1 << 20);
    assertThat(visit.get(path + "?page=50").body()).contains("value_49998 ");
  }

  /** A file too long to be compared is still there to be read, all of it. */
  @Test
  void longerFile_isReadInPages() throws Exception {
    String path = "/batch/in/low-lab/" + desk.request("long", "line\n".repeat(60_000)).root();
    String page = visit.get(path).body();
    assertThat(page).contains("too long to be shown line by line", ">all of it</a>");
    String part = page.replaceFirst("(?s).*href=\"([^\"]*/part[?][^\"]*)\".*", "$1");
    String last = visit.get(part.replace("&amp;", "&") + "&as=text&page=120").body();
    assertThat(last).contains("page 120 of 120", ">60000<");
  }
}
