package dev.sluice.bundle.parity;

import dev.sluice.bundle.work.InOrder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A sum of shards, each times its factor, computed as they stream by. A shard that ends early goes
 * on with zeros.
 */
public final class ShardSum {
  private static final int MOST_IN_MEMORY = 1 << 20;
  private static final int LEAST = 4 << 10;

  private final List<InputStream> shards = new ArrayList<>();
  private final List<byte[]> products = new ArrayList<>();

  /** Adds {@code shard} times {@code factor}; whoever opened the stream closes it. */
  public void add(InputStream shard, int factor) {
    shards.add(shard);
    products.add(Field.products(factor));
  }

  /** Writes the first {@code length} bytes of the sum. */
  public void writeTo(OutputStream out, long length) throws IOException {
    int stripe = Math.max(LEAST, MOST_IN_MEMORY / Math.max(1, shards.size()));
    var line = new InOrder<byte[]>();
    try {
      long read = 0;
      while (read < length || !line.isEmpty()) {
        if (read < length && !line.isFull()) {
          int count = (int) Math.min(stripe, length - read);
          List<byte[]> pieces = pieces(count);
          line.submit(() -> sum(pieces, count));
          read += count;
        } else {
          out.write(line.take());
        }
      }
    } finally {
      line.abandon();
    }
  }

  private List<byte[]> pieces(int count) throws IOException {
    var pieces = new ArrayList<byte[]>();
    for (InputStream shard : shards) {
      pieces.add(shard.readNBytes(count));
    }
    return pieces;
  }

  private byte[] sum(List<byte[]> pieces, int count) {
    byte[] sum = new byte[count];
    for (int shard = 0; shard < pieces.size(); shard++) {
      byte[] piece = pieces.get(shard);
      byte[] table = products.get(shard);
      for (int i = 0; i < piece.length; i++) {
        sum[i] ^= table[piece[i] & 0xff];
      }
    }
    return sum;
  }
}
