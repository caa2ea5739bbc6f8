package dev.sluice.acceptance;

import static dev.sluice.cli.testing.TwoSites.typed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.datasite.Requests;
import dev.sluice.state.ObjectId;
import dev.sluice.state.StateObject;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What an apply does. */
class ApplyTest extends TwoSitesTest {
  @Test
  @DisplayName("F56 apply creates, F59 re-homing")
  void appliedObjects_haveTheirIds_andAreTheSitesOwn() throws Exception {
    ObjectId request = live("sum");
    assertThat(onHigh(request).fields()).containsEntry("name", onLow(request).fields().get("name"));
    sites.high("request", "show", typed(request)).exits(ExitCode.OK).prints("pending");
  }

  @Test
  @DisplayName("F57 apply updates")
  void changedMembers_takeTheSendersValues() throws Exception {
    ObjectId request = live("sum");
    tagAndApprove(request);
    sites.high("apply", "--yes").exits(ExitCode.OK).prints("1 updated");
    assertThat(sites.onHigh(site -> new Requests(site).show(request)).tags())
        .isEqualTo(List.of("pay"));
  }

  private void tagAndApprove(ObjectId request) throws Exception {
    sites.low("request", "tag", typed(request), "--tag", "pay").exits(ExitCode.OK);
    sites.carryUp();
    sites.high("approve", typed(request), "--incoming").exits(ExitCode.OK);
  }

  @Test
  @DisplayName("F58 apply leaves SAME")
  void unchangedMembers_stayAsTheyAre() throws Exception {
    ObjectId request = live("sum");
    ObjectId code = sites.onHigh(site -> new Requests(site).show(request)).code().orElseThrow();
    StateObject before = onHigh(code);
    tagAndApprove(request);
    sites.high("apply", "--yes").prints("1 updated", "3 the same");
    assertThat(onHigh(code)).isEqualTo(before);
  }

  @Test
  @DisplayName("F60 idempotent")
  void afterAnApply_nothingIsLeftInEitherDirection() throws Exception {
    live("sum");
    sites.high("batch", "list", "--incoming").prints("0 batches");
    sites.high("batch", "list", "--outgoing", "--type", "request").prints("0 batches");
    bringDown(0);
    sites.low("batch", "list").prints("0 batches");
  }

  @Test
  @DisplayName("F61 no double apply")
  void secondApply_hasNothingToDo() throws Exception {
    ObjectId request = live("sum");
    sites.high("apply", "--yes").exits(ExitCode.OK).prints("Nothing to apply.");
    sites.high("approve", typed(request), "--incoming").reports("was applied already");
  }

  @Test
  @DisplayName("F62 apply message, F104 change count")
  void apply_countsWhatItDid_exactly() throws Exception {
    ObjectId sum = waiting("sum");
    ObjectId mean = waiting("mean");
    sites.high("approve", typed(sum)).exits(ExitCode.OK);
    sites.high("ignore", typed(mean)).exits(ExitCode.OK);
    sites.high("apply", "--yes").prints("4 created, 2 the same, 1 ignored");
  }

  @Test
  @DisplayName("F109 sync state history, F110 per-object sync date")
  void everyApply_isLogged_andEachObjectTellsWhenBothSidesAgreed() throws Exception {
    ObjectId request = live("sum");
    sites.high("audit", "log").prints("apply");
    sites.high("show", typed(request)).prints("agreed with low-lab  2026-11-24T10:02:11");
    sites.low("show", typed(request)).neverSays("agreed with");
    bringDown(0);
    sites.low("show", typed(request)).prints("agreed with high-lab");
  }

  @Test
  @DisplayName("F95 no user sync")
  void researcher_hasACardOnTheHighSide_andNoAccount() throws Exception {
    live("sum");
    sites.high("user", "list").prints(CURIE);
    sites.high("user", "add", "eve@example.org", "--name", "Eve").exits(ExitCode.USAGE);
  }

  @Test
  @DisplayName("F105 bulk share, bulk sync, F111 auto sync helper")
  void bulkDecision_passesOverWhatIsDecided() throws Exception {
    ObjectId sum = waiting("sum");
    ObjectId mean = waiting("mean");
    sites.high("ignore", typed(mean)).exits(ExitCode.OK);
    sites.high("approve", "--all-undecided", "--by", "CURIE@example.org").exits(ExitCode.OK);
    sites.high("apply", "--yes").exits(ExitCode.OK);
    assertThat(isOnHigh(sum)).isTrue();
    assertThat(isOnHigh(mean)).isFalse();
  }

  @Test
  @DisplayName("F113 warning on high-side actions")
  void apply_wantsThePlansId() throws Exception {
    ObjectId sum = waiting("sum");
    sites.high("approve", typed(sum)).exits(ExitCode.OK);
    sites.highTyping("y\n", "apply").exits(ExitCode.CANCELLED);
    assertThat(isOnHigh(sum)).isFalse();
  }
}
