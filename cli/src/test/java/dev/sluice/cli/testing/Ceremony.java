package dev.sluice.cli.testing;

import dev.sluice.bundle.pairing.PairingWords;
import dev.sluice.bundle.pairing.SignedPairing;
import dev.sluice.cli.console.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;

/** Carries pairing files between the two sites of a {@link TwoSites} and reads words aloud. */
public final class Ceremony {
  private final TwoSites sites;
  private final Path folder;

  public Ceremony(TwoSites sites, Path folder) {
    this.sites = sites;
    this.folder = folder;
  }

  /** What the low side proposes in place of the pairing in force. */
  public Path proposedAtLow() {
    return folder.resolve("low/peers/high-lab/proposed.json");
  }

  /** What the high side proposes in place of the pairing in force. */
  public Path proposedAtHigh() {
    return folder.resolve("high/peers/low-lab/proposed.json");
  }

  /** The high side confirms what the low side proposes. */
  public void confirmAtHigh() throws Exception {
    String words = words(proposedAtLow());
    sites.high("peer", "add", proposedAtLow().toString()).exits(ExitCode.OK);
    sites.high("peer", "confirm", "low-lab", "--words", words).exits(ExitCode.OK);
  }

  /** The low side takes the finished pairing back. */
  public void finishAtLow() {
    Path finished = folder.resolve("high/peers/low-lab/pairing.json");
    sites.low("peer", "add", finished.toString()).exits(ExitCode.OK);
  }

  /** The low side confirms what the high side proposes, which takes it back. */
  public void confirmAtLowAndFinish() throws Exception {
    String words = words(proposedAtHigh());
    sites.low("peer", "add", proposedAtHigh().toString()).exits(ExitCode.OK);
    sites.low("peer", "confirm", "high-lab", "--words", words).exits(ExitCode.OK);
    Path finished = folder.resolve("low/peers/high-lab/pairing.json");
    sites.high("peer", "add", finished.toString()).exits(ExitCode.OK);
  }

  /** The words of a pairing file. */
  public static String words(Path file) throws Exception {
    SignedPairing pairing = SignedPairing.parse(Files.readAllBytes(file));
    return String.join(" ", PairingWords.of(pairing.pairing().digest()));
  }
}
