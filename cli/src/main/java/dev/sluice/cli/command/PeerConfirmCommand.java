package dev.sluice.cli.command;

import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.pairing.PairingWords;
import dev.sluice.bundle.pairing.SignedPairing;
import dev.sluice.bundle.ssh.SshPublicKey;
import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Facts;
import dev.sluice.state.text.SafeText;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Signs a pairing after its words were compared. */
@Command(
    name = "confirm",
    header = "Sign a pairing, after comparing its words with the other side by voice.",
    footer = {
      "sluice peer confirm low-lab",
      "sluice peer confirm low-lab --words \"lusab babad gutih tugad ...\""
    })
public final class PeerConfirmCommand extends SiteCommand {
  @Parameters(paramLabel = "NAME", description = "The peer.")
  private String name;

  @Option(names = "--words", paramLabel = "WORDS", description = "What the other side read out.")
  private String words;

  public PeerConfirmCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session) throws Exception {
    Direction sends =
        session
            .site()
            .kind()
            .sends()
            .orElseThrow(
                () ->
                    new CliException(
                        ExitCode.USAGE,
                        SafeText.literal("a guard signs nothing; compare the words and go on")));
    Optional<SignedPairing> proposed = session.peers().proposed(name);
    SignedPairing pairing = proposed.isPresent() ? proposed.get() : session.peers().find(name);
    String typed = words != null ? words : ask(session);
    if (!PairingWords.match(pairing.pairing().digest(), typed)) {
      throw new CliException(
              ExitCode.SIGNATURE_INVALID, SafeText.literal("these are not the pairing's words"))
          .meaning(SafeText.literal("The two sides do not hold the same pairing. Stop here."))
          .help(SafeText.sentence("show this side's words: sluice peer show {}", name));
    }
    SshPublicKey key = pairing.pairing().sender(sends).signing();
    SignedPairing signed =
        pairing.signedBy(sends, session.keys().signingKey(key, session::passphrase));
    SignedPairing.parse(signed.bytes());
    PeerRecords.keep(session, name, signed);
    Facts facts = PeerFacts.of(name, signed);
    Path carried = session.peers().pairingFile(name);
    return session.answer(
        "sluice.peer/1",
        facts.json(),
        console -> {
          console.out().print(SafeText.sentence("Match. Signed the pairing with {}.", name));
          console
              .out()
              .print(
                  signed.confirmed().isPresent()
                      ? SafeText.sentence(
                          "Both sides have signed. Next: carry {} back, for peer add there.",
                          carried)
                      : SafeText.sentence(
                          "Next: carry {} to the other side, for peer add there.", carried));
        });
  }

  private static String ask(Session session) {
    return session
        .invocation()
        .prompt()
        .line(
            SafeText.literal(
                "Ask the other side to read the words from its `sluice peer show`. Type them:"),
            "--words WORDS");
  }
}
