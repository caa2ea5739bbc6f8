package dev.sluice.datasite;

import static dev.sluice.datasite.TestSite.CURIE;
import static dev.sluice.datasite.TestSite.KINDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.state.audit.AuditEvent;
import dev.sluice.state.batch.Batch;
import dev.sluice.state.feed.BatchOutcome;
import dev.sluice.state.feed.BatchOutcome.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswersTest extends SiteTest {
  private static final AuditEvent RECEIPT = AuditEvent.of("receipt-taken", "sluice");

  @Test
  void rejectedRequest_tellsItsOwnerWhy() throws Exception {
    Request request = low.submit("total.sh", "true\n");
    answer(request, BatchOutcome.rejected(1, "Code reads too much"));

    RequestStatus status = new Requests(low.site).show(request.id()).status();
    assertThat(status.word()).isEqualTo(RequestStatus.REJECTED);
    assertThat(status.reason()).contains("Code reads too much");
    List<Message> messages = new Messages(low.site).list(Optional.of(CURIE));
    assertThat(messages).hasSize(1);
    assertThat(messages.get(0).body()).contains("Code reads too much");
    assertThat(messages.get(0).about()).contains(request.id());
  }

  @Test
  void answeredRequest_hasNotChangedForTheOtherSide() throws Exception {
    Request request = low.submit("total.sh", "true\n");
    Batch before = low.batch(request.id()).batch();
    answer(request, BatchOutcome.rejected(1, "No"));
    assertThat(low.batch(request.id()).batch()).isEqualTo(before);

    answer(request, BatchOutcome.of(2, Verdict.APPLIED));
    assertThat(low.batch(request.id()).batch().id()).isEqualTo(before.id());
  }

  @Test
  void repeatedReceipt_tellsNothingTwice() throws Exception {
    Request request = low.submit("total.sh", "true\n");
    answer(request, BatchOutcome.rejected(1, "No"));
    answer(request, BatchOutcome.rejected(1, "No"));

    assertThat(new Messages(low.site).list(Optional.empty())).hasSize(1);
  }

  @Test
  void requestThatGotInAfterAll_isPendingAgain() throws Exception {
    Request request = low.submit("total.sh", "true\n");
    answer(request, BatchOutcome.rejected(1, "No"));
    answer(request, BatchOutcome.of(2, Verdict.APPLIED));

    assertThat(new Requests(low.site).show(request.id()).status())
        .isEqualTo(new RequestStatus(RequestStatus.PENDING, Optional.empty()));
    assertThat(low.object(request.id()).fields()).doesNotContainKey("answer_reason");
    assertThat(low.object(request.id()).text("answer")).contains("received");
  }

  @Test
  void undecidedBatch_saysNothing() throws Exception {
    Request request = low.submit("total.sh", "true\n");
    for (Verdict verdict : List.of(Verdict.PENDING, Verdict.HELD, Verdict.SUPERSEDED)) {
      answer(request, BatchOutcome.of(1, verdict));
    }

    assertThat(low.object(request.id()).text("answer")).isEmpty();
    assertThat(new Messages(low.site).list(Optional.empty())).isEmpty();
  }

  @Test
  void highSideTakesNoAnswers() throws Exception {
    Request request = carriedRequest("total.sh", "true\n");
    Batch batch = high.batch(request.id()).batch();
    high.site
        .store()
        .write(
            RECEIPT,
            transaction -> {
              new Answers(transaction, KINDS).accept(batch, BatchOutcome.rejected(1, "No"));
              return batch;
            });

    assertThat(high.object(request.id()).text("answer")).isEmpty();
    assertThat(new Messages(high.site).list(Optional.empty())).isEmpty();
  }

  private void answer(Request request, BatchOutcome outcome) throws Exception {
    Batch batch = low.batch(request.id()).batch();
    low.site
        .store()
        .write(
            RECEIPT,
            transaction -> {
              new Answers(transaction, KINDS).accept(batch, outcome);
              return batch;
            });
  }
}
