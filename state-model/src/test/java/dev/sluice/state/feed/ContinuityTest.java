package dev.sluice.state.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.state.feed.Continuity.Verdict;
import org.junit.jupiter.api.Test;

/** Stories of two sites and a bag of sticks; every bundle may be lost, late or repeated. */
class ContinuityTest {
  private final FeedSite low = new FeedSite("low", incarnation('a'), incarnation('b'));
  private final FeedSite high = new FeedSite("high", incarnation('b'), incarnation('a'));

  @Test
  void lostStick_isHealedByTheNextOne() throws Exception {
    low.release("one");
    low.export();
    low.release("two");
    assertThat(high.receive(low.export())).isEqualTo(Verdict.CONTINUES);
    assertThat(high.holds()).isEqualTo(2);
  }

  @Test
  void sticksInTheWrongOrder_loseAndRepeatNothing() throws Exception {
    low.release("one");
    byte[] first = low.export();
    low.release("two");
    byte[] second = low.export();
    assertThat(high.receive(second)).isEqualTo(Verdict.CONTINUES);
    assertThat(high.receive(first)).isEqualTo(Verdict.NOTHING_NEW);
    assertThat(high.holds()).isEqualTo(2);
  }

  @Test
  void stickImportedTwice_isNothingNew() throws Exception {
    low.release("one");
    byte[] stick = low.export();
    assertThat(high.receive(stick)).isEqualTo(Verdict.CONTINUES);
    assertThat(high.receive(stick)).isEqualTo(Verdict.NOTHING_NEW);
    assertThat(high.holds()).isEqualTo(1);
  }

  @Test
  void lostReceipt_costsARepetitionOnly() throws Exception {
    low.release("one");
    high.receive(low.export());
    high.export();
    assertThat(high.receive(low.export())).isEqualTo(Verdict.NOTHING_NEW);
    assertThat(low.receive(high.export())).isEqualTo(Verdict.NOTHING_NEW);
    assertThat(low.acknowledged()).isEqualTo(1);
  }

  @Test
  void oldReceipt_isHarmless() throws Exception {
    low.release("one");
    high.receive(low.export());
    byte[] old = high.export();
    low.release("two");
    high.receive(low.export());
    low.receive(high.export());
    assertThat(low.receive(old)).isEqualTo(Verdict.NOTHING_NEW);
    assertThat(low.acknowledged()).isEqualTo(2);
    low.release("three");
    assertThat(high.receive(low.export())).isEqualTo(Verdict.CONTINUES);
    assertThat(high.holds()).isEqualTo(3);
  }

  @Test
  void crossingSticks_bothContinue() throws Exception {
    low.release("one");
    high.release("uno");
    byte[] up = low.export();
    byte[] down = high.export();
    assertThat(high.receive(up)).isEqualTo(Verdict.CONTINUES);
    assertThat(low.receive(down)).isEqualTo(Verdict.CONTINUES);
    assertThat(low.acknowledged()).isZero();
    low.receive(high.export());
    assertThat(low.acknowledged()).isEqualTo(1);
  }

  @Test
  void restoredSite_freezesAtTheReceiptOfWhatItLost() throws Exception {
    FeedSite backup = low.backup();
    low.release("one");
    high.receive(low.export());
    low.restore(backup);
    assertThat(low.receive(high.export())).isEqualTo(Verdict.ROLLED_BACK);
  }

  @Test
  void restoredSiteThatWorksOn_freezesAtTheReceiptOfAnotherPast() throws Exception {
    FeedSite backup = low.backup();
    low.release("one");
    high.receive(low.export());
    low.restore(backup);
    low.release("two");
    assertThat(low.receive(high.export())).isEqualTo(Verdict.ROLLED_BACK);
  }

  @Test
  void restoredSiteThatWorksOn_isAForkForThePeer() throws Exception {
    FeedSite backup = low.backup();
    low.release("one");
    high.receive(low.export());
    low.restore(backup);
    low.release("two");
    assertThat(high.receive(low.export())).isEqualTo(Verdict.FORK);
    low.release("three");
    assertThat(high.receive(low.export())).isEqualTo(Verdict.FORK);
    assertThat(high.holds()).isEqualTo(1);
  }

  @Test
  void stickOfALostPast_isAForkWhenItShowsUp() throws Exception {
    FeedSite backup = low.backup();
    low.release("one");
    byte[] forgotten = low.export();
    low.restore(backup);
    low.release("two");
    assertThat(high.receive(low.export())).isEqualTo(Verdict.CONTINUES);
    assertThat(high.receive(forgotten)).isEqualTo(Verdict.FORK);
  }

  @Test
  void restoredReceiver_freezesAtAStickThatBuildsOnWhatItLost() throws Exception {
    FeedSite backup = high.backup();
    low.release("one");
    high.receive(low.export());
    low.receive(high.export());
    high.restore(backup);
    low.release("two");
    assertThat(high.receive(low.export())).isEqualTo(Verdict.ROLLED_BACK);
  }

  @Test
  void recoveredReceiver_getsEverythingAgain() throws Exception {
    FeedSite backup = high.backup();
    low.release("one");
    high.receive(low.export());
    low.receive(high.export());
    high.restore(backup);
    high.recover(incarnation('c'));
    assertThat(low.receive(high.export())).isEqualTo(Verdict.SUCCESSOR);
    assertThat(low.acknowledged()).isZero();
    low.release("two");
    assertThat(high.receive(low.export())).isEqualTo(Verdict.CONTINUES);
    assertThat(high.holds()).isEqualTo(2);
  }

  @Test
  void stickWrittenForAFormerIncarnation_isStaleAndNoAlarm() throws Exception {
    FeedSite backup = high.backup();
    low.release("one");
    high.receive(low.export());
    low.receive(high.export());
    low.release("two");
    byte[] old = low.export();
    high.restore(backup);
    high.recover(incarnation('c'));
    assertThat(high.receive(old)).isEqualTo(Verdict.STALE_BASE);
  }

  @Test
  void recoveredSender_isAcceptedAndItsLossIsNamed() throws Exception {
    low.release("one");
    FeedSite backup = low.backup();
    low.release("two");
    high.receive(low.export());
    low.restore(backup);
    assertThat(low.receive(high.export())).isEqualTo(Verdict.ROLLED_BACK);
    low.recover(incarnation('c'));
    low.release("three");
    assertThat(high.receive(low.export())).isEqualTo(Verdict.SUCCESSOR);
    assertThat(high.holds()).isEqualTo(2);
    assertThat(high.orphans()).containsExactly(FeedSite.batch("two").id());
    assertThat(low.receive(high.export())).isEqualTo(Verdict.NOTHING_NEW);
    assertThat(low.acknowledged()).isEqualTo(2);
  }

  @Test
  void stickOfAnIncarnationThatWasGivenUp_isRefused() throws Exception {
    byte[] old = low.export();
    low.recover(incarnation('c'));
    assertThat(high.receive(low.export())).isEqualTo(Verdict.SUCCESSOR);
    assertThat(high.receive(old)).isEqualTo(Verdict.PEER_ROLLED_BACK);
  }

  @Test
  void bothRestoredAtOnce_freezeRecoverAndMeetAgain() throws Exception {
    FeedSite lowBackup = low.backup();
    FeedSite highBackup = high.backup();
    low.release("one");
    high.release("uno");
    byte[] lowStick = low.export();
    byte[] highStick = high.export();
    high.receive(lowStick);
    low.receive(highStick);
    byte[] lowSecond = low.export();
    byte[] highSecond = high.export();
    low.restore(lowBackup);
    high.restore(highBackup);
    assertThat(low.receive(highSecond)).isEqualTo(Verdict.ROLLED_BACK);
    assertThat(high.receive(lowSecond)).isEqualTo(Verdict.ROLLED_BACK);
    low.recover(incarnation('c'));
    high.recover(incarnation('d'));
    assertThat(low.receive(high.export())).isEqualTo(Verdict.SUCCESSOR);
    assertThat(high.receive(low.export())).isEqualTo(Verdict.SUCCESSOR);
    low.release("two");
    assertThat(high.receive(low.export())).isEqualTo(Verdict.CONTINUES);
  }

  @Test
  void siteRestoredTwice_learnsItsUnknownSisterFromThePeer() throws Exception {
    FeedSite backup = low.backup();
    low.recover(incarnation('c'));
    assertThat(high.receive(low.export())).isEqualTo(Verdict.SUCCESSOR);
    low.restore(backup);
    low.recover(incarnation('d'));
    assertThat(high.receive(low.export())).isEqualTo(Verdict.FORK);
    assertThat(low.receive(high.export())).isEqualTo(Verdict.UNKNOWN_INCARNATION);
    low.recover(incarnation('e'));
    assertThat(high.receive(low.export())).isEqualTo(Verdict.SUCCESSOR);
  }

  @Test
  void successorThatBuildsOnWhatIsNotHeld_isAGap() throws Exception {
    FeedSite backup = high.backup();
    low.release("one");
    high.receive(low.export());
    low.recover(incarnation('c'));
    high.receive(low.export());
    low.receive(high.export());
    byte[] second = low.export();
    high.restore(backup);
    high.recover(incarnation('d'));
    assertThat(high.receive(second)).isEqualTo(Verdict.GAP);
  }

  private static String incarnation(char digit) {
    return String.valueOf(digit).repeat(32);
  }
}
