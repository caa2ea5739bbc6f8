package dev.sluice.state.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.canonical.Digest;
import dev.sluice.canonical.NotCanonicalException;
import dev.sluice.state.batch.Batch;
import dev.sluice.state.feed.BatchOutcome.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SliceTest {
  private static final String LOW = "a".repeat(32);
  private static final String HIGH = "b".repeat(32);
  private static final Digest SOME = Digest.of("some".getBytes(UTF_8));

  private final Receipt receipt =
      new Receipt(
          HIGH,
          4,
          7,
          SOME,
          List.of(
              BatchOutcome.of(2, Verdict.APPLIED),
              BatchOutcome.rejected(3, "names a person"),
              BatchOutcome.of(5, Verdict.HELD),
              BatchOutcome.of(6, Verdict.SUPERSEDED),
              BatchOutcome.of(7, Verdict.PENDING)));
  private final Slice slice = slice(4, SOME, "five", "six");

  @Test
  void chain_isTheHashOfBothDigests() {
    byte[] both = new byte[2 * Digest.LENGTH];
    System.arraycopy(SOME.toBytes(), 0, both, Digest.LENGTH, Digest.LENGTH);
    assertThat(Chain.next(Digest.ZERO, SOME)).isEqualTo(Digest.of(both));
  }

  @Test
  void slice_isReadBackAsItWasWritten() throws Exception {
    assertThat(Slice.parse(slice.bytes())).isEqualTo(slice);
    Slice empty = slice(0, Digest.ZERO);
    assertThat(Slice.parse(empty.bytes())).isEqualTo(empty);
    assertThat(slice.to()).isEqualTo(6);
    assertThat(slice.recipientIncarnation()).isEqualTo(HIGH);
  }

  @Test
  void everyFlippedBit_isRefusedOrSaysSomethingElse() {
    byte[] bytes = slice.bytes();
    int refused = 0;
    for (int bit = 0; bit < 8 * bytes.length; bit++) {
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
      try {
        assertThat(Slice.parse(bytes)).isNotEqualTo(slice);
      } catch (NotCanonicalException e) {
        refused++;
      }
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
    }
    assertThat(refused).isGreaterThan(7 * bytes.length);
  }

  @Test
  void everyCut_isRefused() {
    byte[] bytes = slice.bytes();
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> Slice.parse(cut)).isInstanceOf(NotCanonicalException.class);
    }
  }

  @Test
  void changedBatch_breaksItsChainHash() {
    Batch other = FeedSite.batch("another");
    FeedEntry first = slice.entries().get(0);
    assertRefused(
        with(List.of(new FeedEntry(first.position(), other, first.chain(), first.provenance()))),
        "slice.entries.chain");
  }

  @Test
  void entriesLeftOutOrSwapped_areRefused() {
    List<FeedEntry> entries = slice.entries();
    assertRefused(with(List.of(entries.get(1))), "slice.entries.position");
    assertRefused(with(List.of(entries.get(1), entries.get(0))), "slice.entries.position");
  }

  @Test
  void otherBeginning_isRefused() {
    var moved = new Slice("low", LOW, new TreeSet<>(), 3, SOME, slice.entries(), receipt);
    assertRefused(moved, "slice.entries.position");
    var rehung = new Slice("low", LOW, new TreeSet<>(), 4, Digest.ZERO, slice.entries(), receipt);
    assertRefused(rehung, "slice.entries.chain");
    assertRefused(slice(0, SOME), "slice.fromChain");
  }

  @Test
  void senderThatSucceedsItself_isRefused() {
    var lineage = new TreeSet<>(List.of(LOW));
    assertRefused(
        new Slice("low", LOW, lineage, 0, Digest.ZERO, List.of(), receipt), "slice.lineage");
  }

  @Test
  void incarnationThatIsNone_isRefused() {
    assertRefused(
        new Slice("low", "first", new TreeSet<>(), 0, Digest.ZERO, List.of(), receipt),
        "incarnation");
  }

  @Test
  void outcomesOutOfOrderOrBeyondCustody_areRefused() {
    assertOutcomesRefused(BatchOutcome.of(3, Verdict.APPLIED), BatchOutcome.of(2, Verdict.APPLIED));
    assertOutcomesRefused(BatchOutcome.of(2, Verdict.APPLIED), BatchOutcome.of(2, Verdict.APPLIED));
    assertOutcomesRefused(BatchOutcome.of(8, Verdict.APPLIED));
    assertOutcomesRefused(BatchOutcome.of(0, Verdict.APPLIED));
  }

  @Test
  void receiptOfNothing_hasTheHashOfAnEmptyFeed() throws Exception {
    Receipt nothing = Receipt.ofNothing(HIGH);
    assertThat(Receipt.fromJson(nothing.toJson())).isEqualTo(nothing);
    var wrong = new Receipt(HIGH, 0, 0, SOME, List.of());
    assertThatThrownBy(() -> Receipt.fromJson(wrong.toJson()))
        .isInstanceOf(NotCanonicalException.class);
  }

  @Test
  void onlyARejection_hasAReason() {
    String rejected = new String(slice.bytes(), UTF_8);
    String applied = rejected.replace("\"verdict\":\"rejected\"", "\"verdict\":\"applied\"");
    assertThat(applied).isNotEqualTo(rejected);
    assertThatThrownBy(() -> Slice.parse(applied.getBytes(UTF_8)))
        .hasMessageContaining("receipt.outcomes");
    String longer = rejected.replace("names a person", "x".repeat(2001));
    assertThatThrownBy(() -> Slice.parse(longer.getBytes(UTF_8)))
        .hasMessageContaining("receipt.outcomes.reason");
  }

  private Slice slice(long from, Digest fromChain, String... contents) {
    var entries = new ArrayList<FeedEntry>();
    Digest last = fromChain;
    for (String content : contents) {
      FeedEntry entry = FeedEntry.after(from + entries.size(), last, FeedSite.batch(content));
      entries.add(entry);
      last = entry.chain();
    }
    return new Slice("low", LOW, new TreeSet<>(), from, fromChain, entries, receipt);
  }

  private Slice with(List<FeedEntry> entries) {
    return new Slice("low", LOW, new TreeSet<>(), 4, SOME, entries, receipt);
  }

  private void assertOutcomesRefused(BatchOutcome... outcomes) {
    var receiptWith = new Receipt(HIGH, 4, 7, SOME, List.of(outcomes));
    assertRefused(
        new Slice("low", LOW, new TreeSet<>(), 0, Digest.ZERO, List.of(), receiptWith),
        "receipt.outcomes.position");
  }

  private static void assertRefused(Slice slice, String where) {
    assertThatThrownBy(() -> Slice.parse(slice.bytes()))
        .isInstanceOf(NotCanonicalException.class)
        .hasMessageContaining(where);
  }
}
