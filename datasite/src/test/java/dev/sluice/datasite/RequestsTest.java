package dev.sluice.datasite;

import static dev.sluice.datasite.TestSite.CURIE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.datasite.DatasiteException.Reason;
import dev.sluice.datasite.run.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestsTest extends SiteTest {
  @Test
  void submittedRequest_holdsCodeRequesterAndAssets() throws Exception {
    Request request = low.submit("total.sh", "wc -l < \"$1\" > \"$2\"\n");
    Code code = new Requests(low.site).code(request).orElseThrow();

    assertThat(request.status().word()).isEqualTo(RequestStatus.PENDING);
    assertThat(request.requester()).isEqualTo(CURIE);
    assertThat(request.tags()).containsExactly("report");
    assertThat(code.language()).contains(Language.SHELL);
    assertThat(code.entry()).isEqualTo("total");
    assertThat(low.text(code.source().orElseThrow())).startsWith("wc -l");
    assertThat(code.assets())
        .containsExactly(new Datasets(low.site).show("payroll").assets().get(0).id());
  }

  @Test
  void requestTravelsWithCodeAndRequester() throws Exception {
    Request request = carriedRequest("total.sh", "true\n");

    assertThat(new Requests(high.site).show(request.id())).isEqualTo(request);
    assertThat(new Requests(high.site).code(request)).isPresent();
    assertThat(new Users(high.site).require(CURIE).name()).isEqualTo("Marie Curie");
  }

  @Test
  void requestIsFoundByRequesterAndStatus() throws Exception {
    Requests requests = new Requests(low.site);
    Request first = low.submit("total.sh", "true\n");
    Request second = low.submit("total.py", "total = len\n");
    requests.withdraw(first.id());

    assertThat(requests.list(Optional.of("CURIE@example.org"), Optional.of("Pending")))
        .containsExactly(second);
    assertThat(requests.list(Optional.empty(), Optional.of("withdrawn")))
        .extracting(Request::id)
        .containsExactly(first.id());
    assertThat(requests.list(Optional.of("mallory@example.org"), Optional.empty())).isEmpty();
  }

  @Test
  void nameThatNoFunctionCanHave_isRefused() throws Exception {
    low.submit("total.sh", "true\n");

    for (String name : List.of("", "9lives", "to tal", "t\u00F6tal", "../x", "a-b")) {
      assertThat(refusal(() -> submit(name, "total.sh", "payroll"))).isEqualTo(Reason.UNFIT_TEXT);
    }
  }

  @Test
  void whatARequestNeeds_hasToBeThere() throws Exception {
    low.submit("total.sh", "true\n");

    assertThat(refusal(() -> submit("total", "total.sh", "nothing"))).isEqualTo(Reason.NOT_FOUND);
    assertThat(refusal(() -> submit("total", "gone.sh", "payroll"))).isEqualTo(Reason.UNFIT_FILE);
    low.file("total.exe", "");
    assertThat(refusal(() -> submit("total", "total.exe", "payroll"))).isEqualTo(Reason.UNFIT_FILE);
    assertThat(new Requests(low.site).list(Optional.empty(), Optional.empty())).hasSize(1);
  }

  private Request submit(String name, String file, String dataset) throws Exception {
    Path code = low.folder.resolve(file);
    return new Requests(low.site)
        .submit(new Submission(name, code, dataset, "Why", Optional.empty(), CURIE, List.of()));
  }

  @Test
  void requestIsHandedInOnTheLowSide() {
    var submission =
        new Submission(
            "total", Path.of("total.sh"), "payroll", "Why", Optional.empty(), CURIE, List.of());
    assertThat(refusal(() -> new Requests(high.site).submit(submission)))
        .isEqualTo(Reason.WRONG_SIDE);
  }

  @Test
  void deniedRequest_tellsTheRequesterWhy() throws Exception {
    Request request = carriedRequest("total.sh", "true\n");
    new Requests(high.site).deny(request.id(), "Returns single persons");
    high.carry(request.id(), low);

    RequestStatus status = new Requests(low.site).show(request.id()).status();
    assertThat(status.word()).isEqualTo(RequestStatus.REJECTED);
    assertThat(status.reason()).contains("Returns single persons");
    List<Message> messages = new Messages(low.site).list(Optional.of(CURIE));
    assertThat(messages).hasSize(1);
    assertThat(messages.get(0).body()).contains(request.id().text(), "Returns single persons");
  }

  @Test
  void onlyAPendingRequest_isDeniedOrWithdrawn() throws Exception {
    Request request = carriedRequest("total.sh", "true\n");
    new Requests(high.site).deny(request.id(), "No");

    assertThat(refusal(() -> new Requests(high.site).deny(request.id(), "Still no")))
        .isEqualTo(Reason.NOT_OPEN);
    high.carry(request.id(), low);
    assertThat(refusal(() -> new Requests(low.site).withdraw(request.id())))
        .isEqualTo(Reason.NOT_OPEN);
  }

  @Test
  void denyWithoutAReason_isRefused() throws Exception {
    Request request = carriedRequest("total.sh", "true\n");

    assertThat(refusal(() -> new Requests(high.site).deny(request.id(), " ")))
        .isEqualTo(Reason.UNFIT_TEXT);
    assertThat(refusal(() -> new Requests(high.site).deny(request.id(), "r".repeat(2001))))
        .isEqualTo(Reason.UNFIT_TEXT);
  }
}
