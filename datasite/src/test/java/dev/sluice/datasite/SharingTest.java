package dev.sluice.datasite;

import static dev.sluice.datasite.TestSite.CURIE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.datasite.DatasiteException.Reason;
import dev.sluice.state.ObjectId;
import dev.sluice.state.review.PrivateItem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SharingTest extends SiteTest {
  private Request request;
  private Job job;
  private ObjectId result;
  private ObjectId log;
  private Sharing sharing;
  private Withholding withholding;

  @BeforeEach
  void depositResult() throws Exception {
    request = carriedRequest("total.sh", "true\n");
    sharing = new Sharing(high.site);
    withholding = new Withholding(high.site);
    job = deposit("42");
    result = only(JobItem.What.RESULT);
    log = only(JobItem.What.LOG);
  }

  private List<PrivateItem> withhold(ObjectId object) throws Exception {
    return withholding.withhold(sharing.items(List.of(object)));
  }

  private Job deposit(String value) throws Exception {
    return new Jobs(high.site)
        .deposit(
            request.id(),
            high.file("value.txt", value),
            Optional.of(high.file("out.txt", "steps\n")));
  }

  private ObjectId only(JobItem.What what) throws Exception {
    List<ObjectId> ids = sharing.ofJob(job.id(), Set.of(what));
    assertThat(ids).hasSize(1);
    return ids.get(0);
  }

  @Test
  void sharedResult_approvesItsRequestAndTellsTheRequester() throws Exception {
    List<PrivateItem> shared = sharing.share(List.of(result), "Totals only");
    high.carry(job.id(), low);

    assertThat(shared).extracting(PrivateItem::state).containsExactly(PrivateItem.State.SHARED);
    assertThat(new Requests(low.site).show(request.id()).status().word())
        .isEqualTo(RequestStatus.APPROVED);
    assertThat(low.text(new Results(low.site).find(request.id(), CURIE).value())).isEqualTo("42");
    List<Message> messages = new Messages(low.site).list(Optional.of(CURIE));
    assertThat(messages).hasSize(1);
    assertThat(messages.get(0).body())
        .contains(result.text(), request.id().text())
        .doesNotContain("42\n", "Totals only");
    assertThat(new Jobs(low.site).logs(job.id()).stdout()).isEmpty();
  }

  @Test
  void sharedLog_approvesNothing() throws Exception {
    sharing.share(List.of(log), "No numbers in it");
    high.carry(job.id(), low);

    assertThat(low.text(new Jobs(low.site).logs(job.id()).stdout().orElseThrow()))
        .isEqualTo("steps\n");
    assertThat(new Requests(low.site).show(request.id()).status().word())
        .isEqualTo(RequestStatus.PENDING);
    assertThat(new Messages(high.site).list(Optional.empty())).isEmpty();
    assertThat(refusal(() -> new Results(low.site).find(result, CURIE))).isEqualTo(Reason.WITHHELD);
  }

  @Test
  void unsharedJob_travelsWithoutItsContent() throws Exception {
    high.carry(job.id(), low);

    assertThat(low.object(result).parts()).isEmpty();
    assertThat(low.object(log).parts()).isEmpty();
    assertThat(new Jobs(low.site).show(job.id()).items()).hasSize(2);
  }

  @Test
  void sharingAgain_changesNothing() throws Exception {
    sharing.share(List.of(result), "Totals only");

    assertThat(sharing.share(List.of(result), "Again")).isEmpty();
    assertThat(new Messages(high.site).list(Optional.empty())).hasSize(1);
  }

  @Test
  void oneUnfitObject_releasesNothing() throws Exception {
    assertThat(refusal(() -> sharing.share(List.of(result, job.id()), "Both")))
        .isEqualTo(Reason.NOTHING_TO_SHARE);
    assertThat(released(result)).isFalse();
    assertThat(new Requests(high.site).show(request.id()).status().word())
        .isEqualTo(RequestStatus.PENDING);
  }

  @Test
  void resultOfADeniedRequest_isNotShared() throws Exception {
    new Requests(high.site).deny(request.id(), "No");

    assertThat(refusal(() -> sharing.share(List.of(result), "Yes"))).isEqualTo(Reason.NOT_OPEN);
    assertThat(released(result)).isFalse();
  }

  @Test
  void withheldResult_takesApprovalAndMessageBack() throws Exception {
    sharing.share(List.of(result), "Totals only");
    List<PrivateItem> withheld = withhold(result);
    high.carry(job.id(), low);

    assertThat(withheld).extracting(PrivateItem::object).containsExactly(result);
    assertThat(low.object(result).parts()).isEmpty();
    assertThat(new Requests(low.site).show(request.id()).status().word())
        .isEqualTo(RequestStatus.PENDING);
    assertThat(new Messages(low.site).list(Optional.empty())).isEmpty();
  }

  @Test
  void approvalStays_whileAnotherResultIsShared() throws Exception {
    ObjectId first = result;
    job = deposit("43");
    ObjectId second = only(JobItem.What.RESULT);
    sharing.share(List.of(first, second), "Totals only");
    withhold(first);
    assertThat(new Requests(high.site).show(request.id()).status().word())
        .isEqualTo(RequestStatus.APPROVED);

    withhold(second);
    assertThat(new Requests(high.site).show(request.id()).status().word())
        .isEqualTo(RequestStatus.PENDING);
  }

  @Test
  void resultSharedAgainAfterwards_isAnnouncedAgain() throws Exception {
    sharing.share(List.of(result), "Totals only");
    withhold(result);
    sharing.share(List.of(result), "After all");
    high.carry(job.id(), low);

    assertThat(new Messages(low.site).list(Optional.of(CURIE))).hasSize(1);
    assertThat(new Results(low.site).find(result, CURIE).id()).isEqualTo(result);
  }

  @Test
  void sentResult_isNotWithheldAnyMore() throws Exception {
    sharing.share(List.of(result), "Totals only");
    high.carry(job.id(), low);

    assertThat(refusal(() -> withhold(result))).isEqualTo(Reason.ALREADY_SENT);
    assertThat(released(result)).isTrue();
  }

  @Test
  void stubThatWasSent_doesNotStopWithholding() throws Exception {
    high.carry(job.id(), low);
    sharing.share(List.of(result), "Totals only");

    assertThat(withhold(result)).hasSize(1);
  }

  private List<PrivateItem> withdraw(String reason) throws Exception {
    List<PrivateItem> items = sharing.items(List.of(result));
    return high.site
        .store()
        .<List<PrivateItem>, DatasiteException>write(
            withholding.event(List.of(result), reason),
            transaction -> withholding.withdraw(transaction, items, reason));
  }

  @Test
  void withdrawnResult_isRemovedOverThere_andItsOwnerIsTold() throws Exception {
    sharing.share(List.of(result), "Totals only");
    high.carry(job.id(), low);
    assertThat(new Results(low.site).find(result, CURIE).id()).isEqualTo(result);

    assertThat(withdraw("One group was too small")).hasSize(1);
    high.carry(job.id(), low);

    assertThat(low.object(result).parts()).isEmpty();
    assertThat(high.object(result).parts()).hasSize(1);
    assertThat(refusal(() -> new Results(low.site).find(result, CURIE))).isEqualTo(Reason.REVOKED);
    RequestStatus status = new Requests(low.site).show(request.id()).status();
    assertThat(status.word()).isEqualTo(RequestStatus.REVOKED);
    assertThat(status.reason()).hasValue("One group was too small");
    assertThat(new Messages(low.site).list(Optional.of(CURIE)))
        .hasSize(2)
        .anySatisfy(
            message ->
                assertThat(message.body())
                    .contains(result.text(), "One group was too small", "no longer be read"));
  }

  @Test
  void withdrawnResultThatIsSharedAgain_canBeReadAgain() throws Exception {
    sharing.share(List.of(result), "Totals only");
    high.carry(job.id(), low);
    withdraw("By mistake");
    high.carry(job.id(), low);
    sharing.share(List.of(result), "It was right");
    withhold(result);
    high.carry(job.id(), low);
    assertThat(low.object(result).parts()).isEmpty();
    sharing.share(List.of(result), "It was right");
    high.carry(job.id(), low);

    assertThat(low.text(new Results(low.site).find(result, CURIE).value())).isEqualTo("42");
    assertThat(new Requests(low.site).show(request.id()).status().word())
        .isEqualTo(RequestStatus.APPROVED);
  }

  @Test
  void withdrawnBeforeItLeft_itSimplyStays() throws Exception {
    sharing.share(List.of(result), "Totals only");
    withdraw("Not yet");
    high.carry(job.id(), low);

    assertThat(low.object(result).parts()).isEmpty();
    assertThat(new Messages(low.site).list(Optional.empty())).isEmpty();
    assertThat(new Requests(low.site).show(request.id()).status().word())
        .isEqualTo(RequestStatus.PENDING);
  }

  @Test
  void lowSideSharesNothing() {
    assertThat(refusal(() -> new Sharing(low.site).share(List.of(result), "Please")))
        .isEqualTo(Reason.WRONG_SIDE);
  }

  @Test
  void resultIsForItsRequesterOnly() throws Exception {
    sharing.share(List.of(result), "Totals only");
    high.carry(job.id(), low);
    Results results = new Results(low.site);

    assertThat(refusal(() -> results.find(result, "mallory@example.org")))
        .isEqualTo(Reason.NOT_YOURS);
    assertThat(refusal(() -> results.find(request.id(), "mallory@example.org")))
        .isEqualTo(Reason.NOT_YOURS);
    assertThat(results.find(result, "CURIE@example.org").id()).isEqualTo(result);
  }

  @Test
  void unreleasedResult_isWithheldOnBothSides() throws Exception {
    high.carry(job.id(), low);

    assertThat(refusal(() -> new Results(low.site).find(request.id(), CURIE)))
        .isEqualTo(Reason.WITHHELD);
    assertThat(refusal(() -> new Results(high.site).find(request.id(), CURIE)))
        .isEqualTo(Reason.WITHHELD);
  }

  @Test
  void requestWithSeveralReleasedResults_asksWhich() throws Exception {
    ObjectId first = result;
    job = deposit("43");
    sharing.share(List.of(first, only(JobItem.What.RESULT)), "Totals only");

    assertThat(refusal(() -> new Results(high.site).find(request.id(), CURIE)))
        .isEqualTo(Reason.AMBIGUOUS);
  }

  @Test
  void requestWithoutAJob_hasNoResult() throws Exception {
    assertThat(refusal(() -> new Results(low.site).find(request.id(), CURIE)))
        .isEqualTo(Reason.NOT_FOUND);
  }

  private boolean released(ObjectId id) throws Exception {
    return new Jobs(high.site)
        .show(job.id()).items().stream()
            .filter(item -> item.id().equals(id))
            .allMatch(JobItem::released);
  }
}
