package dev.sluice.datasite;

import static dev.sluice.datasite.TestSite.CURIE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The whole way of a request, in the language that researchers use most. */
@Tag("stock")
class PythonJobTest extends SiteTest {
  @Test
  void pythonFunction_isCalledByTheRequestsName() throws Exception {
    Request request =
        carriedRequest(
            "total.py", "def total(rows):\n    return sum(int(row['n']) for row in rows)\n");
    JobOutcome outcome = new Jobs(high.site).run(request.id(), high.bench());
    assertThat(outcome.error()).isEmpty();
    new Sharing(high.site).share(List.of(outcome.result().orElseThrow()), "One number");
    high.carry(outcome.job(), low);

    var released = new Results(low.site).find(request.id(), CURIE);
    assertThat(low.text(released.value()).strip()).isEqualTo("42");
  }
}
