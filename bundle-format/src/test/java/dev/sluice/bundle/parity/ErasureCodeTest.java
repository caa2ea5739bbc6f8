package dev.sluice.bundle.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.bundle.parity.ErasureCode.Recovery;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ErasureCodeTest {
  private static final int LENGTH = 70_000;

  @Test
  void everySetOfShardsThatIsLargeEnough_bringsBackTheOthers() throws IOException {
    for (int data = 1; data <= 5; data++) {
      for (int parity = 1; parity <= 3; parity++) {
        everySubset(data, parity);
      }
    }
  }

  private static void everySubset(int data, int parity) throws IOException {
    List<byte[]> shards = shards(data, parity, 33);
    for (int kept = 0; kept < 1 << (data + parity); kept++) {
      if (Integer.bitCount(kept) >= data) {
        assertRecovers(shards, data, parity, kept);
      }
    }
  }

  private static void assertRecovers(List<byte[]> shards, int data, int parity, int kept)
      throws IOException {
    var lost = new TreeSet<Integer>();
    var spare = new TreeSet<Integer>();
    for (int shard = 0; shard < data + parity; shard++) {
      boolean held = (kept >> shard & 1) == 1;
      if (shard < data && !held) {
        lost.add(shard);
      } else if (shard >= data && held) {
        spare.add(shard - data);
      }
    }
    assertRecovers(shards, data, lost, spare);
  }

  @Test
  void asManyShardsAsThereCanBe_bringBackAsManyAsAreSpare() throws IOException {
    int parity = 32;
    int data = ErasureCode.MOST_SHARDS - parity;
    List<byte[]> shards = shards(data, parity, 500);
    var random = new Random(5);
    var lost = new TreeSet<Integer>();
    while (lost.size() < parity) {
      lost.add(random.nextInt(data));
    }
    var spare = new TreeSet<Integer>();
    for (int shard = 0; shard < parity; shard++) {
      spare.add(shard);
    }
    assertRecovers(shards, data, lost, spare);
  }

  @Test
  void moreShardsThanTheFieldHasElements_areRefused() {
    assertThatThrownBy(() -> ErasureCode.parity(32, ErasureCode.MOST_SHARDS - 31))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** The numbers of docs/format.md, by which another program can check itself. */
  @Test
  void factors_areThoseOfTheSpecification() {
    assertThat(ErasureCode.parity(0, 3)).containsExactly(253, 126, 255);
    assertThat(ErasureCode.parity(1, 3)).containsExactly(126, 253, 127);
  }

  private static void assertRecovers(
      List<byte[]> shards, int data, SortedSet<Integer> lost, SortedSet<Integer> spare)
      throws IOException {
    Map<Integer, Recovery> recoveries = ErasureCode.recovery(data, lost, spare);
    assertThat(recoveries.keySet()).isEqualTo(lost);
    for (int shard : lost) {
      Recovery recovery = recoveries.get(shard);
      assertThat(recovery.data().keySet()).doesNotContainAnyElementsOf(lost);
      assertThat(spare).containsAll(recovery.parity().keySet());
      var sum = new ShardSum();
      recovery.data().forEach((from, factor) -> sum.add(stream(shards.get(from)), factor));
      recovery.parity().forEach((from, factor) -> sum.add(stream(shards.get(data + from)), factor));
      byte[] expected = shards.get(shard);
      assertThat(bytes(sum, expected.length)).isEqualTo(expected);
    }
  }

  @Test
  void longShardsOfDifferentLength_areSummedAsIfZerosFollowed() throws IOException {
    var random = new Random(3);
    var shards = new ArrayList<byte[]>();
    for (int i = 0; i < 3; i++) {
      byte[] shard = new byte[LENGTH * 20 - i * LENGTH * 7];
      random.nextBytes(shard);
      shards.add(shard);
    }
    byte[] parity = parity(shards, 0, shards.get(0).length);
    shards.add(parity);
    assertRecovers(shards, 3, new TreeSet<>(List.of(0)), new TreeSet<>(List.of(0)));
    assertRecovers(shards, 3, new TreeSet<>(List.of(2)), new TreeSet<>(List.of(0)));
  }

  private static List<byte[]> shards(int data, int parity, int length) throws IOException {
    var random = new Random(data * 31L + parity);
    var shards = new ArrayList<byte[]>();
    for (int i = 0; i < data; i++) {
      byte[] shard = new byte[1 + random.nextInt(length)];
      random.nextBytes(shard);
      shards.add(shard);
    }
    List<byte[]> all = new ArrayList<>(shards);
    for (int number = 0; number < parity; number++) {
      all.add(parity(shards, number, length));
    }
    return all;
  }

  private static byte[] parity(List<byte[]> shards, int number, int length) throws IOException {
    int[] factors = ErasureCode.parity(number, shards.size());
    var sum = new ShardSum();
    for (int i = 0; i < factors.length; i++) {
      sum.add(stream(shards.get(i)), factors[i]);
    }
    return bytes(sum, length);
  }

  private static byte[] bytes(ShardSum sum, int length) throws IOException {
    var out = new ByteArrayOutputStream();
    sum.writeTo(out, length);
    return out.toByteArray();
  }

  private static ByteArrayInputStream stream(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }
}
