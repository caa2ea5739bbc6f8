package dev.sluice.cli.command;

import dev.sluice.bundle.age.AgeSuite;
import dev.sluice.bundle.pairing.Card;
import dev.sluice.bundle.pairing.SignedCard;
import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Facts;
import dev.sluice.cli.site.KeyFolder;
import dev.sluice.state.text.SafeText;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The site's own keys. */
@Command(
    name = "key",
    header = "Make, show and replace this site's keys.",
    footer = {"sluice key generate --passphrase-file pass.txt", "sluice key export low-lab.card"},
    subcommands = {
      KeyCommand.Generate.class,
      KeyCommand.Show.class,
      KeyCommand.Export.class,
      KeyRotateCommand.class,
      KeyPassphraseCommand.class
    })
public final class KeyCommand extends CommandGroup {
  private static Facts facts(Card card, KeyFolder keys) {
    Facts facts =
        Facts.none()
            .and("site", card.name() + ", " + card.sends().sender() + " side")
            .and("signing key", card.signing().fingerprint());
    for (AgeSuite suite : AgeSuite.values()) {
      String fingerprint = card.recipients().get(suite).fingerprint().hex();
      facts = facts.and(suite.word(), "SHA256:" + fingerprint.substring(0, 16));
    }
    if (card.composite().isPresent()) {
      facts = facts.and("composite key", card.composite().get().fingerprint());
    }
    if (keys.isInAgent()) {
      facts = facts.and("signed by", "an ssh-agent");
    }
    return facts.and(
        "protected by", keys.hasSealedIdentities() ? "a passphrase" : "file permissions only");
  }

  /** Makes the keys. */
  @Command(
      name = "generate",
      header = "Make this site's signing key and its encryption identities.",
      footer = {"sluice key generate", "sluice key generate --passphrase-file pass.txt"})
  public static final class Generate extends SiteCommand {
    @Option(
        names = "--replace-lost",
        description = "Make new keys though there are some. Every peer has to be paired anew.")
    private boolean replacing;

    @Mixin private final NewKeys keys = new NewKeys();

    public Generate(Invocation invocation) {
      super(invocation);
    }

    @Override
    ExitCode run(Session session) throws Exception {
      session.side();
      String incarnation = session.read(view -> view.site().incarnation());
      NewKeys.Chosen chosen = keys.choose(session);
      SignedCard card = replacing ? chosen.replaceAll(incarnation) : chosen.generate(incarnation);
      Facts facts = facts(card.card(), session.keys());
      return session.answer(
          "sluice.key/1",
          facts.json(),
          console -> {
            console.out().print(facts);
            console
                .out()
                .print(
                    SafeText.sentence(
                        "Next: sluice key export {}.card, and carry it to the other side",
                        card.card().name()));
          });
    }
  }

  /** Shows the public half. */
  @Command(
      name = "show",
      aliases = "list",
      header = "Show the fingerprints of this site's keys.",
      footer = {"sluice key show", "sluice key show --json"})
  public static final class Show extends SiteCommand {
    public Show(Invocation invocation) {
      super(invocation);
    }

    @Override
    ExitCode run(Session session) throws Exception {
      Facts facts = facts(session.keys().card().card(), session.keys());
      return session.answer("sluice.key/1", facts.json(), console -> console.out().print(facts));
    }
  }

  /** Writes the card. */
  @Command(
      name = "export",
      header = "Write this site's card, which holds public keys only, to a file.",
      footer = {"sluice key export low-lab.card", "sluice -C high key export stick/high-lab.card"})
  public static final class Export extends SiteCommand {
    @Parameters(paramLabel = "FILE", description = "A new file.")
    private Path file;

    public Export(Invocation invocation) {
      super(invocation);
    }

    @Override
    ExitCode run(Session session) throws Exception {
      byte[] card = session.keys().card().bytes();
      Path target = invocation().resolve(file);
      try {
        Files.write(target, card, StandardOpenOption.CREATE_NEW);
      } catch (FileAlreadyExistsException e) {
        throw new CliException(ExitCode.USAGE, SafeText.sentence("{} is there already", file));
      }
      return session.answer(
          "sluice.key-export/1",
          Facts.none().and("file", target.toString()).json(),
          console ->
              console
                  .out()
                  .print(
                      SafeText.sentence(
                          "Wrote {}: public keys only, safe to hand out. Next, over there: sluice"
                              + " peer add {}",
                          file,
                          file.getFileName())));
    }
  }
}
