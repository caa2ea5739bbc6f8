package dev.sluice.benchmarks;

import dev.sluice.bundle.age.AgeIdentity;
import dev.sluice.bundle.age.AgeReader;
import dev.sluice.bundle.age.AgeSuite;
import dev.sluice.bundle.age.AgeWriter;
import dev.sluice.bundle.age.StanzaPolicy;
import dev.sluice.bundle.archive.EntryWriter;
import dev.sluice.bundle.archive.Zstd;
import dev.sluice.canonical.Digest;
import dev.sluice.exporter.delta.Gear;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Milliseconds that each stage of a volume takes for 64 MiB, from memory to nowhere. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class Stages {
  private static final int LENGTH = 64 << 20;
  private static final int PIECE = 64 << 10;

  /** What the content is like. */
  public enum Content {
    /** Lines of a table: shrinks to less than half. */
    CSV,
    /** Does not shrink. */
    NOISE
  }

  @Param private Content content;

  private final AgeIdentity identity = AgeIdentity.generate(AgeSuite.X25519, new SecureRandom());
  private final Gear gear = Gear.of(Digest.ZERO);
  private byte[] plain;
  private byte[] packed;
  private byte[] sealed;

  private interface Filter {
    OutputStream over(OutputStream sink) throws IOException;
  }

  /** Makes the content and what the reading stages start from. */
  @Setup
  public void prepare() throws IOException {
    plain = content == Content.CSV ? csv() : noise();
    packed = through(Zstd::compress);
    sealed = through(this::encrypting);
  }

  @Benchmark
  public Digest sha256() {
    MessageDigest hasher = Digest.hasher();
    hasher.update(plain);
    return Digest.finish(hasher.digest());
  }

  /** Finds the ends of chunks, by which a delta is found; one thread. */
  @Benchmark
  public int cut() {
    int chunks = 0;
    for (int at = 0; at < plain.length; chunks++) {
      at += gear.cut(plain, at, plain.length);
    }
    return chunks;
  }

  @Benchmark
  public long tar() throws IOException {
    var writer = new EntryWriter(OutputStream.nullOutputStream());
    writer.add("blobs/" + "0".repeat(64), plain.length, new ByteArrayInputStream(plain));
    writer.finish();
    return writer.length();
  }

  @Benchmark
  public void compress() throws IOException {
    write(Zstd.compress(OutputStream.nullOutputStream()));
  }

  @Benchmark
  public long decompress() throws IOException {
    return drain(Zstd.decompress(new ByteArrayInputStream(packed)));
  }

  @Benchmark
  public void encrypt() throws IOException {
    write(encrypting(OutputStream.nullOutputStream()));
  }

  @Benchmark
  public long decrypt() throws IOException {
    StanzaPolicy policy = StanzaPolicy.exactly(AgeSuite.X25519, 1);
    return drain(AgeReader.decrypt(new ByteArrayInputStream(sealed), List.of(identity), policy));
  }

  private OutputStream encrypting(OutputStream sink) throws IOException {
    return AgeWriter.encrypt(sink, identity.recipient(), new SecureRandom());
  }

  private byte[] through(Filter filter) throws IOException {
    var sink = new ByteArrayOutputStream();
    write(filter.over(sink));
    return sink.toByteArray();
  }

  private void write(OutputStream out) throws IOException {
    try (out) {
      for (int at = 0; at < plain.length; at += PIECE) {
        out.write(plain, at, PIECE);
      }
    }
  }

  private static long drain(InputStream in) throws IOException {
    return in.transferTo(OutputStream.nullOutputStream());
  }

  private static byte[] csv() {
    var random = new Random(7);
    var bytes = new byte[LENGTH];
    int filled = 0;
    for (int row = 0; filled < LENGTH; row++) {
      String line = "%d,oslo,2024-07-%02d,%d\n".formatted(row, row % 28, random.nextInt(100_000));
      byte[] text = line.getBytes(StandardCharsets.US_ASCII);
      int step = Math.min(text.length, LENGTH - filled);
      System.arraycopy(text, 0, bytes, filled, step);
      filled += step;
    }
    return bytes;
  }

  private static byte[] noise() {
    var bytes = new byte[LENGTH];
    new Random(7).nextBytes(bytes);
    return bytes;
  }
}
