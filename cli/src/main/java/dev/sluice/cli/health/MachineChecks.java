package dev.sluice.cli.health;

import dev.sluice.bundle.age.AgeCipher;
import dev.sluice.cli.console.DataSize;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.datasite.run.CodeRunner;
import dev.sluice.datasite.run.Isolation;
import dev.sluice.state.text.SafeText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a site needs of the machine it is on. */
public final class MachineChecks {
  private static final int OLDEST_JAVA = 17;

  /** A default volume, sealed, and copied once more. */
  private static final long COMFORTABLE = 2L << 30;

  private static final long SCANT = 64L << 20;

  private MachineChecks() {}

  /** The Java that runs this. */
  public static Finding java() {
    Runtime.Version version = Runtime.version();
    SafeText found = SafeText.of(version.toString());
    return version.feature() >= OLDEST_JAVA
        ? Finding.ok("java", found)
        : Finding.fail(ExitCode.MISSING_DEPENDENCY, "java", found, "Install Java 17 or newer.");
  }

  /** Who encrypts long payloads. */
  public static Finding cipher() {
    SafeText found = SafeText.sentence("payloads are sealed by {}", AgeCipher.inUse());
    boolean accelerated = AgeCipher.inUse().equals("Conscrypt");
    return accelerated
        ? Finding.ok("cipher", found)
        : Finding.warn(
            "cipher", found, "Conscrypt cannot be used here; bundles are as good, and slower.");
  }

  /** What keeps researchers' code in, and what it can be written in. */
  public static Stream<Finding> code(String searchPath) {
    CodeRunner runner = CodeRunner.detect(searchPath);
    return Stream.of(isolation(runner.isolation()), interpreters(runner.endings()));
  }

  private static Finding isolation(Isolation isolation) {
    SafeText found = SafeText.of(isolation.sentence());
    return isolation.hidesFolders()
        ? Finding.ok("isolation", found)
        : Finding.warn("isolation", found, "Install bubblewrap (bwrap) before running code.");
  }

  private static Finding interpreters(List<String> endings) {
    SafeText found = SafeText.sentence("code can be run from: {}", String.join(" ", endings));
    return endings.isEmpty()
        ? Finding.warn("interpreters", found, "Install python3, java, Rscript or sh.")
        : Finding.ok("interpreters", found);
  }

  /** Room where {@code folder} is. */
  public static Finding space(Path folder) throws IOException {
    long free = Files.getFileStore(folder).getUsableSpace();
    SafeText found = SafeText.sentence("{} free for site and staging", DataSize.text(free));
    if (free >= COMFORTABLE) {
      return Finding.ok("space", found);
    }
    String next = "Free some space: sealing and importing need twice the size of a bundle.";
    return free >= SCANT
        ? Finding.warn("space", found, next)
        : Finding.fail(ExitCode.MEDIA, "space", found, next);
  }
}
