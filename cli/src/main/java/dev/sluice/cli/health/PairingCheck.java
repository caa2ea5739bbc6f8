package dev.sluice.cli.health;

import dev.sluice.state.text.SafeText;
import java.util.ArrayList;
import java.util.List;

/** Whether there is a peer, and for how long. */
public final class PairingCheck {
  private static final String NAME = "pairing";

  private PairingCheck() {}

  /**
   * One finding for each warning, else one for all pairings.
   *
   * @param confirmed how many pairings are in force
   */
  public static List<Finding> of(int confirmed, List<SafeText> warnings) {
    var findings = new ArrayList<Finding>();
    warnings.forEach(warning -> findings.add(Finding.warn(NAME, warning, "sluice key rotate")));
    if (confirmed == 0) {
      findings.add(
          Finding.warn(NAME, SafeText.literal("no confirmed peer"), "sluice peer add CARD"));
    } else if (warnings.isEmpty()) {
      findings.add(Finding.ok(NAME, SafeText.sentence("in force: {}", confirmed)));
    }
    return findings;
  }
}
