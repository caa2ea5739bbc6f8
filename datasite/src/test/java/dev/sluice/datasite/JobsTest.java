package dev.sluice.datasite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.datasite.DatasiteException.Reason;
import dev.sluice.datasite.run.CodeRunner;
import dev.sluice.state.ObjectId;
import dev.sluice.state.StateObject;
import dev.sluice.state.share.Document;
import dev.sluice.state.store.ObjectFilter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JobsTest extends SiteTest {
  /** Copies the input, which is private, into every place that code can write to. */
  private static final String LEAKY =
      "cat \"$1\"; cat \"$1\" >&2; cat \"$1\" > \"$2\"; cat \"$1\" > left-behind\n";

  @Test
  void shellCode_runsOnThePrivateData() throws Exception {
    Request request = carriedRequest("total.sh", "grep -c . \"$1\" > \"$2\"; echo done\n");
    JobOutcome outcome = run(request);

    assertThat(outcome.error()).isEmpty();
    assertThat(outcome.isolation()).isEqualTo(high.bench().runner().isolation());
    assertThat(part(outcome.result().orElseThrow(), "value")).isEqualTo("3\n");
    assertThat(part(outcome.log(), "stdout")).isEqualTo("done\n");
    Job job = new Jobs(high.site).show(outcome.job());
    assertThat(job.status()).isEqualTo(Job.COMPLETED);
    assertThat(job.requester()).isEqualTo(TestSite.CURIE);
    assertThat(job.request()).contains(request.id());
    assertThat(job.isolation()).isPresent();
    assertThat(job.items()).extracting(JobItem::released).containsExactly(false, false);
  }

  @Test
  void javaCode_runsOnThePrivateData() throws Exception {
    Request request =
        carriedRequest(
            "Total.java",
            """
            import java.nio.file.*;
            class Total {
              public static void main(String[] args) throws Exception {
                int total = 0;
                for (String line : Files.readAllLines(Path.of(args[0]))) {
                  String last = line.substring(line.indexOf(',') + 1);
                  total += last.equals("n") ? 0 : Integer.parseInt(last);
                }
                Files.writeString(Path.of(args[1]), "total " + total);
              }
            }
            """);

    assertThat(part(run(request).result().orElseThrow(), "value")).isEqualTo("total 42");
  }

  @Test
  void failingCode_makesAnErroredJobWithItsLog() throws Exception {
    JobOutcome outcome = run(carriedRequest("total.sh", "echo trace >&2; exit 7\n"));

    assertThat(outcome.result()).isEmpty();
    assertThat(outcome.error()).contains("ended with exit code 7");
    assertThat(new Jobs(high.site).show(outcome.job()).status()).isEqualTo(Job.ERRORED);
    assertThat(part(outcome.log(), "stderr")).isEqualTo("trace\n");
  }

  @Test
  void codeThatLeavesNoResult_makesAnErroredJob() throws Exception {
    assertThat(run(carriedRequest("total.sh", "true\n")).error()).contains("left no result");
  }

  @Test
  void codeThatRunsTooLong_makesAnErroredJob() throws Exception {
    Request request = carriedRequest("total.sh", "sleep 300\n");
    Workbench bench = high.bench();
    var impatient =
        new Workbench(
            bench.runner(),
            bench.limits().withWallTime(Duration.ofSeconds(1)),
            bench.scratch(),
            bench.hidden());

    assertThat(new Jobs(high.site).run(request.id(), impatient).error())
        .contains("still ran after 1 s and was killed");
  }

  @Test
  void nothingPrivate_staysInTheScratchFolder() throws Exception {
    Workbench bench = high.bench();
    new Jobs(high.site).run(carriedRequest("total.sh", LEAKY).id(), bench);

    try (Stream<Path> left = Files.list(bench.scratch())) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void privateOutput_isInNoDocumentThatCouldLeave() throws Exception {
    JobOutcome completed = run(carriedRequest("total.sh", LEAKY));
    Request failing = low.submit("fail.sh", LEAKY + "exit 3\n");
    low.carry(failing.id(), high);
    JobOutcome errored = run(failing);

    assertThat(high.object(completed.job()).fields()).containsKeys("timings", "isolation");
    assertThat(high.object(errored.job()).fields()).containsKey("error");
    for (JobOutcome outcome : List.of(completed, errored)) {
      for (Document document : high.batch(outcome.job()).documents()) {
        assertThat(document.parts().keySet()).doesNotContain("stdout", "stderr", "value", "data");
        assertThat(document.fields().keySet()).doesNotContain("error", "timings", "isolation");
      }
    }
  }

  @Test
  void evenSharedJob_keepsStderrErrorAndTimings() throws Exception {
    JobOutcome outcome = run(carriedRequest("total.sh", LEAKY));
    new Sharing(high.site)
        .share(List.of(outcome.log(), outcome.result().orElseThrow()), "Totals only");
    high.carry(outcome.job(), low);

    assertThat(low.object(outcome.log()).parts()).containsOnlyKeys("stdout");
    assertThat(low.object(outcome.job()).fields()).doesNotContainKeys("error", "timings");
    assertThat(new Jobs(low.site).logs(outcome.job()).stdout()).isPresent();
    assertThat(new Jobs(low.site).logs(outcome.job()).stderr()).isEmpty();
    assertThat(new Jobs(high.site).logs(outcome.job()).stderr()).isPresent();
  }

  @Test
  void requestWithoutPrivateDataHere_isNotRun() throws Exception {
    Request request = low.submit("total.sh", "true\n");
    Dataset mockOnly =
        new Datasets(high.site)
            .add(
                new DatasetDraft(
                    "payroll", "", TestSite.ANA, low.folder.resolve("mock.csv"), Optional.empty()));
    low.carry(request.id(), high);

    assertThat(mockOnly.assets()).hasSize(1);
    assertThat(refusal(() -> run(request))).isEqualTo(Reason.MISSING_DATA);
    assertThat(new Jobs(high.site).list(Optional.empty())).isEmpty();
  }

  @Test
  void codeWhoseInterpreterIsMissing_makesNoJob() throws Exception {
    Request request = carriedRequest("total.sh", "true\n");
    Workbench bench = high.bench();
    var bare =
        new Workbench(
            CodeRunner.detect("/nowhere"), bench.limits(), bench.scratch(), bench.hidden());

    assertThat(refusal(() -> new Jobs(high.site).run(request.id(), bare)))
        .isEqualTo(Reason.CANNOT_START);
    assertThat(new Jobs(high.site).list(Optional.empty())).isEmpty();
    try (Stream<Path> left = Files.list(bench.scratch())) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void stoppedRun_makesNoJob() throws Exception {
    Request request = carriedRequest("total.sh", "sleep 300\n");
    Workbench bench = high.bench();
    Thread.currentThread().interrupt();

    assertThat(refusal(() -> new Jobs(high.site).run(request.id(), bench)))
        .isEqualTo(Reason.CANCELLED);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(new Jobs(high.site).list(Optional.empty())).isEmpty();
  }

  @Test
  void deniedRequest_isNotRun() throws Exception {
    Request request = carriedRequest("total.sh", "true\n");
    new Requests(high.site).deny(request.id(), "No");

    assertThat(refusal(() -> run(request))).isEqualTo(Reason.NOT_OPEN);
  }

  @Test
  void lowSideRunsNothing() throws Exception {
    Request request = low.submit("total.sh", "true\n");

    assertThat(refusal(() -> new Jobs(low.site).run(request.id(), high.bench())))
        .isEqualTo(Reason.WRONG_SIDE);
  }

  @Test
  void depositedValue_isTheResultOfACompletedJob() throws Exception {
    Request request = carriedRequest("total.sh", "true\n");
    Job job =
        new Jobs(high.site)
            .deposit(
                request.id(),
                high.file("by-hand.txt", "42"),
                Optional.of(high.file("out.txt", "by hand\n")));

    assertThat(job.status()).isEqualTo(Job.COMPLETED);
    assertThat(job.isolation()).isEmpty();
    assertThat(job.items()).hasSize(2);
    assertThat(new Jobs(high.site).list(Optional.of(request.id()))).containsExactly(job);
    assertThat(high.actions()).contains("job-deposited");
    List<StateObject> results =
        high.site.store().read(view -> view.objects(ObjectFilter.LIVE.ofKind("result")).toList());
    assertThat(part(results.get(0).id(), "value")).isEqualTo("42");
  }

  private JobOutcome run(Request request) throws Exception {
    return new Jobs(high.site).run(request.id(), high.bench());
  }

  private String part(ObjectId object, String name) throws Exception {
    return high.text(high.object(object).part(name).orElseThrow());
  }
}
