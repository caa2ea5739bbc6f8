package dev.sluice.cli.command;

import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.state.text.SafeText;
import java.util.List;

/** Which peer a command means. */
final class PeerChoice {
  private PeerChoice() {}

  /** The peer that was named, or the only one there is. */
  static String of(Session session, String named) throws Exception {
    if (named != null) {
      return named;
    }
    List<String> names = session.peers().names();
    if (names.size() == 1) {
      return names.get(0);
    }
    var refusal =
        new CliException(
            ExitCode.USAGE,
            names.isEmpty()
                ? SafeText.literal("this site has no peer yet")
                : SafeText.literal("which peer? name it with --to"));
    if (names.isEmpty()) {
      refusal.help(SafeText.literal("sluice peer add CARD"));
    }
    names.forEach(name -> refusal.help(SafeText.sentence("--to {}", name)));
    throw refusal;
  }
}
