package dev.sluice.bundle.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.canonical.Digest;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.security.SecureRandomSpi;

/** Random bytes that are the same in every run: the SHA-256 of the seed and a counter. */
public final class SeededRandom extends SecureRandom {
  private static final long serialVersionUID = 1L;

  private SeededRandom(Spi spi) {
    super(spi, null);
  }

  public static SeededRandom of(String seed) {
    return new SeededRandom(new Spi(Digest.of(seed.getBytes(UTF_8)).toBytes()));
  }

  private static final class Spi extends SecureRandomSpi {
    private static final long serialVersionUID = 1L;

    private final byte[] seed;
    private long counter;

    Spi(byte[] seed) {
      this.seed = seed;
    }

    @Override
    protected void engineNextBytes(byte[] bytes) {
      ByteBuffer left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        byte[] block = next();
        left.put(block, 0, Math.min(block.length, left.remaining()));
      }
    }

    private byte[] next() {
      return Digest.of(ByteBuffer.allocate(seed.length + 8).put(seed).putLong(counter++).array())
          .toBytes();
    }

    @Override
    protected void engineSetSeed(byte[] more) {
      throw new UnsupportedOperationException("the seed is fixed");
    }

    @Override
    protected byte[] engineGenerateSeed(int count) {
      byte[] bytes = new byte[count];
      engineNextBytes(bytes);
      return bytes;
    }
  }
}
