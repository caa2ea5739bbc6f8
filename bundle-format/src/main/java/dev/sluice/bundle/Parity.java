package dev.sluice.bundle;

import dev.sluice.bundle.model.Manifest;
import dev.sluice.bundle.model.Volume;
import dev.sluice.bundle.parity.ErasureCode;
import dev.sluice.bundle.parity.ErasureCode.Recovery;
import dev.sluice.bundle.parity.ShardSum;
import dev.sluice.canonical.Digest;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Makes the parity volumes of a bundle, and lost volumes out of them. */
final class Parity {
  private Parity() {}

  /** Opens a volume file that is at hand. */
  interface Source {
    InputStream open(String name) throws IOException;
  }

  /**
   * Writes {@code parity}, a parity volume of {@code packed}.
   *
   * @return digest of its bytes
   */
  static Digest write(Volume parity, List<Volume> packed, Source source, OutputStream out)
      throws IOException {
    int[] factors = ErasureCode.parity(parity.name().number() - 1, packed.size());
    var file = new MeasuredOutput(out);
    try (var sum = new Sum(source)) {
      for (int shard = 0; shard < factors.length; shard++) {
        sum.add(packed.get(shard), factors[shard]);
      }
      sum.writeTo(file, parity.bytes());
    }
    return file.digest();
  }

  /**
   * Writes {@code lost}, a packed volume, from the others. What comes out has to be compared with
   * what was signed like any bytes from a medium.
   *
   * @param held volumes at hand, which suffice
   */
  static void rebuild(
      Volume lost, Manifest manifest, Collection<Volume> held, Source source, OutputStream out)
      throws IOException {
    List<Volume> packed = manifest.packed();
    List<Volume> parity = manifest.parity();
    SortedSet<Integer> missing = new TreeSet<>(without(packed, held));
    SortedSet<Integer> present = numbers(parity);
    present.removeAll(without(parity, held));
    Recovery recovery =
        ErasureCode.recovery(packed.size(), missing, present).get(packed.indexOf(lost));
    try (var sum = new Sum(source)) {
      for (Map.Entry<Integer, Integer> shard : recovery.data().entrySet()) {
        sum.add(packed.get(shard.getKey()), shard.getValue());
      }
      for (Map.Entry<Integer, Integer> shard : recovery.parity().entrySet()) {
        sum.add(parity.get(shard.getKey()), shard.getValue());
      }
      sum.writeTo(out, lost.bytes());
    }
  }

  private static SortedSet<Integer> numbers(List<Volume> volumes) {
    var numbers = new TreeSet<Integer>();
    for (int number = 0; number < volumes.size(); number++) {
      numbers.add(number);
    }
    return numbers;
  }

  /** Places in {@code volumes} of those that are not held. */
  private static SortedSet<Integer> without(List<Volume> volumes, Collection<Volume> held) {
    SortedSet<Integer> places = numbers(volumes);
    places.removeIf(place -> held.contains(volumes.get(place)));
    return places;
  }

  /** A sum that closes the volumes it has opened. */
  private static final class Sum implements Closeable {
    private final Source source;
    private final ShardSum sum = new ShardSum();
    private final List<InputStream> opened = new ArrayList<>();

    Sum(Source source) {
      this.source = source;
    }

    void add(Volume volume, int factor) throws IOException {
      InputStream in = source.open(volume.name().text());
      opened.add(in);
      sum.add(in, factor);
    }

    void writeTo(OutputStream out, long length) throws IOException {
      sum.writeTo(out, length);
    }

    @Override
    public void close() throws IOException {
      for (InputStream in : opened) {
        in.close();
      }
    }
  }
}
