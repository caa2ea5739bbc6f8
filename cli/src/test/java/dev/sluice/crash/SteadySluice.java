package dev.sluice.crash;

import dev.sluice.bundle.testing.SeededRandom;
import dev.sluice.cli.Sluice;
import dev.sluice.cli.console.Environment;
import dev.sluice.cli.testing.PretendedProcess;
import java.security.Provider;
import java.security.SecureRandomSpi;
import java.security.Security;
import java.time.Clock;
import java.time.ZoneOffset;

/**
 * The program with a clock that stands still and random numbers that are the same in every run, so
 * that what it leaves behind can be compared byte by byte.
 */
final class SteadySluice {
  private SteadySluice() {}

  public static void main(String[] arguments) {
    Security.insertProviderAt(new Steady(), 1);
    Environment real = Environment.ofProcess();
    var environment =
        new Environment(
            real.in(),
            real.out(),
            real.err(),
            real.variables(),
            real.directory(),
            Clock.fixed(PretendedProcess.NOW, ZoneOffset.UTC),
            real.terminal(),
            real.hidden());
    System.exit(Sluice.run(arguments, environment));
  }

  private static final class Steady extends Provider {
    private static final long serialVersionUID = 1L;

    Steady() {
      super("Steady", "1", "random numbers that are the same in every run");
      put("SecureRandom.Steady", Spi.class.getName());
    }
  }

  /** Made by its name. */
  public static final class Spi extends SecureRandomSpi {
    private static final long serialVersionUID = 1L;

    private final SeededRandom random = SeededRandom.of("steady");

    @Override
    protected void engineSetSeed(byte[] seed) {
      // The seed is fixed.
    }

    @Override
    protected void engineNextBytes(byte[] bytes) {
      random.nextBytes(bytes);
    }

    @Override
    protected byte[] engineGenerateSeed(int count) {
      return random.generateSeed(count);
    }
  }
}
