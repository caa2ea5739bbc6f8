package dev.sluice.benchmarks;

import dev.sluice.bundle.BundleDraft;
import dev.sluice.bundle.BundleFolder;
import dev.sluice.bundle.BundleTooLargeException;
import dev.sluice.bundle.BundleVerifier;
import dev.sluice.bundle.BundleWriter;
import dev.sluice.bundle.Trust;
import dev.sluice.bundle.UntrustedBundle;
import dev.sluice.bundle.VerifiedCopy;
import dev.sluice.bundle.VolumeLayout;
import dev.sluice.bundle.age.AgeSuite;
import dev.sluice.bundle.model.BundleLimits;
import dev.sluice.bundle.model.BundleRejectedException;
import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.model.EntryName;
import dev.sluice.bundle.testing.TestPair;
import dev.sluice.canonical.Digest;
import dev.sluice.canonical.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Seals the files of a folder, those named {@code *.json} as documents, verifies the bundle, takes
 * a verified copy of it and opens that; prints wall time, processor time and rate of each step.
 */
public final class WholeBundle {
  private static final Direction WAY = Direction.LOW_TO_HIGH;

  private final TestPair pair = TestPair.create(AgeSuite.MLKEM768X25519);
  private final List<Path> files;
  private final Path work;
  private final long bytes;

  private interface Step {
    void run() throws IOException, BundleRejectedException;
  }

  private WholeBundle(List<Path> files, Path work) throws IOException {
    this.files = files;
    this.work = work;
    long sum = 0;
    for (Path file : files) {
      sum += Files.size(file);
    }
    this.bytes = sum;
  }

  /**
   * @param args the folder with the files, an empty folder to work in, and how many rounds to do
   */
  public static void main(String[] args) throws IOException, BundleRejectedException {
    List<Path> files;
    try (Stream<Path> listed = Files.list(Path.of(args[0]))) {
      files = listed.filter(Files::isRegularFile).sorted().toList();
    }
    var whole = new WholeBundle(files, Path.of(args[1]));
    for (int round = 1; round <= Integer.parseInt(args[2]); round++) {
      whole.round(round);
    }
  }

  private void round(int round) throws IOException, BundleRejectedException {
    Path stick = Files.createDirectory(work.resolve("stick-" + round));
    Path staging = Files.createDirectory(work.resolve("staging-" + round));
    BundleDraft draft = draft();
    measure("seal", () -> seal(draft, stick));
    measure("verify", () -> BundleVerifier.verify(bundle(stick), trust()));
    var copy = new VerifiedCopy[1];
    measure("receive", () -> copy[0] = VerifiedCopy.take(bundle(stick), trust(), staging));
    measure("open", () -> open(copy[0]));
    delete(stick);
    delete(staging);
  }

  private BundleDraft draft() throws IOException {
    var documents = new ArrayList<BundleDraft.Item>();
    var blobs = new ArrayList<BundleDraft.Item>();
    for (Path file : files) {
      boolean document = file.toString().endsWith(".json");
      Digest digest = digest(file);
      EntryName name = document ? EntryName.document(digest) : EntryName.blob(digest);
      var item = new BundleDraft.Item(name, Files.size(file), () -> Files.newInputStream(file));
      (document ? documents : blobs).add(item);
    }
    Json.Obj payload = Json.object().put("work", "benchmark").build();
    return new BundleDraft(WAY, 1, Digest.ZERO, List.of(), payload, documents, blobs);
  }

  private void seal(BundleDraft draft, Path stick) throws IOException {
    var writer =
        new BundleWriter(
            pair.pairing(), pair.sender(WAY).key(), new SecureRandom(), Clock.systemUTC());
    BundleFolder target = new Stick(stick);
    try {
      writer.seal(draft, writer.route(draft), target, VolumeLayout.STANDARD).publish(target);
    } catch (BundleTooLargeException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private record Stick(Path folder) implements BundleFolder {
    @Override
    public void write(String name, Content content) throws IOException {
      try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
        content.writeTo(out);
      }
    }

    @Override
    public InputStream read(String name) throws IOException {
      return Files.newInputStream(folder.resolve(name));
    }
  }

  private static UntrustedBundle bundle(Path stick) throws IOException, BundleRejectedException {
    return UntrustedBundle.at(stick, BundleLimits.STANDARD);
  }

  private Trust trust() {
    return Trust.ofSite(WAY, List.of(pair.pairing()));
  }

  private void open(VerifiedCopy copy) throws IOException, BundleRejectedException {
    copy.open(
        pair.recipient(WAY).keyring(),
        (name, length, content) -> content.transferTo(OutputStream.nullOutputStream()));
  }

  private void measure(String name, Step step) throws IOException, BundleRejectedException {
    long start = System.nanoTime();
    long cpu = cpu();
    step.run();
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "%-8s %7.2f s wall %7.2f s cpu %8.0f MB/s%n",
        name, seconds, (cpu() - cpu) / 1e9, bytes / 1e6 / seconds);
  }

  private static long cpu() {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime();
  }

  private static Digest digest(Path file) throws IOException {
    try (var in = new DigestInputStream(Files.newInputStream(file), Digest.hasher())) {
      in.transferTo(OutputStream.nullOutputStream());
      return Digest.finish(in.getMessageDigest().digest());
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> listed = Files.list(folder)) {
      for (Path file : listed.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
