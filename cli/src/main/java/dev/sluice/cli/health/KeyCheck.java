package dev.sluice.cli.health;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.site.SiteFolder;
import dev.sluice.state.text.SafeText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Whether there are keys, and nobody but their owner can read them. */
public final class KeyCheck {
  private static final String NAME = "keys";
  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private final SiteFolder site;

  public KeyCheck(SiteFolder site) {
    this.site = site;
  }

  /** Looks at the folder of the keys. */
  public Finding look() throws IOException {
    if (!Files.isRegularFile(site.keys().resolve("card.json"))) {
      return Finding.warn(
          NAME, SafeText.literal("this site has no keys yet"), "sluice key generate");
    }
    List<Path> open = open();
    return open.isEmpty()
        ? Finding.ok(NAME, SafeText.literal("readable by their owner only"))
        : Finding.fail(
            ExitCode.KEY,
            NAME,
            SafeText.sentence(
                "{} can be used by other accounts", site.path().relativize(open.get(0))),
            "Close it: chmod -R go= keys. Then replace the keys: sluice key rotate.");
  }

  private List<Path> open() throws IOException {
    if (!Files.getFileStore(site.keys()).supportsFileAttributeView("posix")) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(site.keys())) {
      List<Path> all = files.sorted().toList();
      var open = new ArrayList<Path>();
      for (Path file : all) {
        if (!OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
          open.add(file);
        }
      }
      return open;
    }
  }
}
