package dev.sluice.exporter.delta;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.canonical.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GearTest {
  private static final int LENGTH = 8 << 20;

  private final Gear gear = Gear.of(pairing("one"));
  private final byte[] content = noise(1, LENGTH);

  @Test
  void chunksOfNoise_areAboutAsLongAsTheAverage() {
    List<Integer> lengths = lengths(gear, content);
    assertThat(lengths.subList(0, lengths.size() - 1))
        .allMatch(length -> length > Gear.LEAST && length <= Gear.MOST);
    assertThat(LENGTH / lengths.size()).isBetween(Gear.AVERAGE / 2, Gear.AVERAGE * 2);
  }

  @Test
  void contentWithoutFeatures_isCutAtTheMost() {
    assertThat(gear.cut(new byte[LENGTH], 0, LENGTH)).isIn(Gear.MOST, Gear.LEAST + 1);
    assertThat(gear.cut(content, 0, Gear.LEAST - 1)).isEqualTo(Gear.LEAST - 1);
    assertThat(gear.cut(content, 0, 0)).isZero();
  }

  @Test
  void insertedByte_movesTheCutsAroundItOnly() {
    byte[] longer = new byte[LENGTH + 1];
    System.arraycopy(content, 0, longer, 0, LENGTH / 2);
    System.arraycopy(content, LENGTH / 2, longer, LENGTH / 2 + 1, LENGTH / 2);
    var before = new ArrayList<>(lengths(gear, content));
    List<Integer> after = lengths(gear, longer);
    int same = 0;
    while (before.get(same).equals(after.get(same))) {
      same++;
    }
    int sameAtEnd = 0;
    while (before
        .get(before.size() - 1 - sameAtEnd)
        .equals(after.get(after.size() - 1 - sameAtEnd))) {
      sameAtEnd++;
    }
    assertThat(same + sameAtEnd).isGreaterThan(before.size() - 8);
  }

  @Test
  void otherPairing_cutsElsewhere() {
    assertThat(lengths(Gear.of(pairing("two")), content)).isNotEqualTo(lengths(gear, content));
    assertThat(lengths(Gear.of(pairing("one")), content)).isEqualTo(lengths(gear, content));
  }

  private static List<Integer> lengths(Gear gear, byte[] content) {
    var lengths = new ArrayList<Integer>();
    for (int at = 0; at < content.length; at += lengths.get(lengths.size() - 1)) {
      lengths.add(gear.cut(content, at, content.length));
    }
    return lengths;
  }

  static Digest pairing(String name) {
    return Digest.of(name.getBytes(US_ASCII));
  }

  static byte[] noise(long seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
