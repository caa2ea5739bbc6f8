package dev.sluice.cli.command;

import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.PassphraseSource;
import dev.sluice.state.text.SafeText;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** A passphrase that keys are to have from now on, asked for twice where a person types it. */
final class NewPassphrase {
  private static final SafeText NEW = SafeText.literal("New passphrase:");
  private static final SafeText AGAIN = SafeText.literal("The same again:");

  private NewPassphrase() {}

  static char[] ask(Session session) {
    return ask(session, session.invocation().passphrases());
  }

  /** The same, for a command that needs the old one from the usual place. */
  static char[] ask(Session session, Optional<Path> file) {
    var invocation = session.invocation();
    if (file.isEmpty() && !invocation.prompt().canAsk()) {
      throw new CliException(
              ExitCode.KEY, SafeText.literal("a new passphrase is needed and nobody can be asked"))
          .help(SafeText.literal("put it into a file: --new-passphrase-file FILE"));
    }
    return ask(
        session,
        file.map(
                path ->
                    PassphraseSource.ofFile(
                        invocation.resolve(path), session.console(), invocation.prompt()))
            .orElseGet(() -> PassphraseSource.ofQuestion(session.console(), invocation.prompt())));
  }

  private static char[] ask(Session session, PassphraseSource source) {
    char[] passphrase = source.read(NEW);
    if (session.invocation().prompt().canAsk() && !Arrays.equals(passphrase, source.read(AGAIN))) {
      throw new CliException(ExitCode.KEY, SafeText.literal("the two passphrases differ"));
    }
    return passphrase;
  }
}
