package dev.sluice.benchmarks;

import dev.sluice.bundle.age.AgeSuite;
import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.testing.TestPair;
import dev.sluice.exporter.ExportPlan;
import dev.sluice.exporter.ExportReport;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lets a few changed projects cross, while the sites grow, and prints what each step takes: what
 * costs with the change stays level, what costs with the state rises.
 */
public final class Growth {
  private static final int ROUNDS = 5;

  private interface Step {
    void run() throws Exception;
  }

  private final Map<String, double[]> seconds = new LinkedHashMap<>();
  private int round;

  private Growth() {}

  /**
   * @param args an empty folder to work in, how many projects change, and how many there are
   */
  public static void main(String[] args) throws Exception {
    int changed = Integer.parseInt(args[1]);
    TestPair pair = TestPair.create(AgeSuite.MLKEM768X25519);
    Path work = Files.createDirectories(Path.of(args[0]));
    try (GrowingSite low = GrowingSite.create(pair, Direction.LOW_TO_HIGH, work.resolve("low"));
        GrowingSite high = GrowingSite.create(pair, Direction.HIGH_TO_LOW, work.resolve("high"))) {
      int held = 0;
      for (String size : Arrays.asList(args).subList(2, args.length)) {
        int target = Integer.parseInt(size);
        low.holdConfirmed(held, target);
        high.accept(low, held, target);
        held = target;
        new Growth().rounds(low, high, work.resolve("stick-" + size), held, changed);
      }
    }
  }

  private void rounds(GrowingSite low, GrowingSite high, Path stick, int held, int changed)
      throws Exception {
    for (round = 0; round < ROUNDS; round++) {
      crossing(low, high, stick, held + round, changed);
    }
    seconds.forEach(
        (step, all) -> {
          Arrays.sort(all);
          System.out.printf("%d %d %s %.3f%n", held, changed, step, all[ROUNDS / 2]);
        });
  }

  private void crossing(GrowingSite low, GrowingSite high, Path stick, int version, int changed)
      throws Exception {
    low.edit(changed, version);
    var plan = new ExportPlan[1];
    var sent = new ExportReport[1];
    measure("plan", () -> plan[0] = low.plan());
    measure("export", () -> sent[0] = low.export(plan[0], stick));
    measure("import", () -> high.receive(sent[0]));
    measure("list", high::list);
    high.approveAll();
    measure("apply", high::apply);
    measure("answer", () -> low.receive(high.export(high.plan(), stick)));
  }

  private void measure(String name, Step step) throws Exception {
    long before = cpu();
    step.run();
    seconds.computeIfAbsent(name, key -> new double[ROUNDS])[round] = (cpu() - before) / 1e9;
  }

  private static long cpu() {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime();
  }
}
