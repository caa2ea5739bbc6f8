package dev.sluice.cli.command;

import dev.sluice.bundle.age.AgeException;
import dev.sluice.bundle.age.AgeSuite;
import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.model.PayloadMode;
import dev.sluice.bundle.pairing.Card;
import dev.sluice.bundle.pairing.ConfirmedPairing;
import dev.sluice.bundle.pairing.Pairing;
import dev.sluice.bundle.pairing.PairingException;
import dev.sluice.bundle.pairing.PairingWords;
import dev.sluice.bundle.pairing.SignedCard;
import dev.sluice.bundle.pairing.SignedPairing;
import dev.sluice.canonical.Json;
import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Facts;
import dev.sluice.cli.console.Table;
import dev.sluice.cli.site.SiteKind;
import dev.sluice.state.Side;
import dev.sluice.state.audit.AuditEvent;
import dev.sluice.state.text.SafeText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The other side. */
@Command(
    name = "peer",
    header = "Pair this site with another one.",
    footer = {"sluice peer add low-lab.card", "sluice peer confirm low-lab"},
    subcommands = {
      PeerCommand.Add.class,
      PeerCommand.Confirm.class,
      PeerCommand.ListAll.class,
      PeerCommand.Show.class,
      PeerCommand.Remove.class
    })
public final class PeerCommand extends CommandGroup {
  private static final int LONGEST_FILE = 1 << 20;

  private static Facts facts(String name, SignedPairing signed) {
    Pairing pairing = signed.pairing();
    return Facts.none()
        .and("peer", name)
        .and("low", pairing.low().name() + "  " + pairing.low().signing().fingerprint())
        .and("high", pairing.high().name() + "  " + pairing.high().signing().fingerprint())
        .and("suite", pairing.suite().word())
        .and("low to high", pairing.payload(Direction.LOW_TO_HIGH).toString())
        .and("high to low", pairing.payload(Direction.HIGH_TO_LOW).toString())
        .and("expires", pairing.expires().toString())
        .and("words", String.join(" ", PairingWords.of(pairing.digest())))
        .and("signed by", signers(signed));
  }

  private static String signers(SignedPairing signed) {
    var sides = new ArrayList<String>();
    for (Direction sends : Direction.values()) {
      if (signed.isSignedBy(sends)) {
        sides.add(signed.pairing().sender(sends).name());
      }
    }
    return sides.isEmpty() ? "nobody yet" : String.join(", ", sides);
  }

  /** Tells the store about a peer as soon as both sides have signed. */
  private static void remember(Session session, String name, SignedPairing signed)
      throws Exception {
    if (session.site().kind() == SiteKind.GUARD || signed.confirmed().isEmpty()) {
      return;
    }
    ConfirmedPairing pairing = signed.confirmed().get();
    Direction incoming = session.site().kind().sends().orElseThrow().reverse();
    Card card = pairing.pairing().sender(incoming);
    Side side = session.side().other();
    session
        .store()
        .<Void, RuntimeException>write(
            AuditEvent.of("peer-confirmed", session.actor())
                .about(name)
                .with("pairing", pairing.digest().hex()),
            transaction -> {
              if (transaction.findPeer(name).isPresent()) {
                transaction.peer(name).pair(pairing.digest());
              } else {
                transaction.addPeer(name, side, pairing.digest(), card.incarnation());
                transaction
                    .objects(dev.sluice.state.store.ObjectFilter.LIVE)
                    .forEach(object -> transaction.peer(name).addOutgoing(object.id()));
              }
              return null;
            });
  }

  /** Takes in a card or a pairing. */
  @Command(
      name = "add",
      header = "Take in the other side's card, or a pairing that it has signed.",
      description = {
        "A card is merged with this site's own into a pairing; the suite and the payload modes are",
        "chosen here. A pairing has to hold this site's card unchanged."
      },
      footer = {"sluice peer add low-lab.card", "sluice peer add low-lab.card --suite x25519"})
  public static final class Add extends SiteCommand {
    private static final int YEARS = 2;

    @Parameters(paramLabel = "FILE", description = "A card or pairing.json.")
    private Path file;

    @Option(
        names = "--suite",
        paramLabel = "SUITE",
        description = "mlkem768x25519 (default) or x25519.")
    private String suite = AgeSuite.MLKEM768X25519.word();

    @Option(
        names = "--plain",
        paramLabel = "DIRECTION",
        description = "Leave bundles of low-to-high or high-to-low unencrypted.")
    private List<String> plain = List.of();

    public Add(Invocation invocation) {
      super(invocation);
    }

    @Override
    ExitCode run(Session session) throws Exception {
      byte[] bytes = read(invocation().resolve(file));
      SignedPairing pairing = isCard(bytes) ? merge(session, bytes) : adopt(session, bytes);
      session.peers().put(pairing);
      String name = session.peers().peerName(pairing.pairing());
      remember(session, name, pairing);
      Facts facts = facts(name, pairing);
      return answerAlways(session, facts, pairing, name);
    }

    private ExitCode answerAlways(
        Session session, Facts facts, SignedPairing pairing, String name) {
      return session
          .invocation()
          .answer(
              "sluice.peer/1",
              facts.json(),
              console -> {
                console.out().print(facts);
                console.out().print(next(session, pairing, name));
              });
    }

    private SafeText next(Session session, SignedPairing pairing, String name) {
      if (pairing.confirmed().isPresent()) {
        return session.site().kind() == SiteKind.GUARD
            ? SafeText.literal(
                "Compare the words with both sides before relying on this guard. Bundles of both"
                    + " directions can be verified now.")
            : SafeText.sentence("{} is confirmed by both sides. Bundles can cross.", name);
      }
      return SafeText.sentence(
          "Bundles are refused until both sides confirm. Next: sluice peer confirm {}", name);
    }

    private static byte[] read(Path path) throws IOException {
      try (InputStream in = Files.newInputStream(path)) {
        return in.readNBytes(LONGEST_FILE);
      }
    }

    private static boolean isCard(byte[] bytes) {
      return new String(bytes, java.nio.charset.StandardCharsets.UTF_8).startsWith("{\"card\":");
    }

    private SignedPairing merge(Session session, byte[] bytes) throws Exception {
      Card own = session.keys().card().card();
      Card other = SignedCard.parse(bytes).card();
      if (own.sends() == other.sends()) {
        throw new PairingException(
            PairingException.Reason.WRONG_SIDE, "the card is of the same side as this site");
      }
      boolean ownIsLow = own.sends() == Direction.LOW_TO_HIGH;
      var payload = new EnumMap<Direction, PayloadMode>(Direction.class);
      for (Direction direction : Direction.values()) {
        payload.put(direction, mode(direction));
      }
      LocalDate today = LocalDate.now(invocation().environment().clock());
      return SignedPairing.unsigned(
          new Pairing(
              ownIsLow ? own : other,
              ownIsLow ? other : own,
              chosenSuite(),
              payload,
              today.plusYears(YEARS)));
    }

    private PayloadMode mode(Direction direction) {
      return plain.contains(direction.toString()) ? PayloadMode.PLAIN : PayloadMode.AGE;
    }

    private AgeSuite chosenSuite() {
      try {
        return AgeSuite.parse(suite);
      } catch (AgeException e) {
        throw new CliException(ExitCode.USAGE, SafeText.sentence("there is no suite {}", suite))
            .help(SafeText.literal("mlkem768x25519 or x25519"));
      }
    }

    private static SignedPairing adopt(Session session, byte[] bytes) throws Exception {
      SignedPairing pairing = SignedPairing.parse(bytes);
      if (session.site().kind() == SiteKind.GUARD) {
        if (pairing.confirmed().isEmpty()) {
          throw new PairingException(
              PairingException.Reason.SIGNATURE_INVALID,
              "a guard takes only a pairing that both sides have signed");
        }
        return pairing;
      }
      Card own = session.keys().card().card();
      if (!pairing.pairing().sender(own.sends()).equals(own)) {
        throw new PairingException(
            PairingException.Reason.CARD_CHANGED,
            "the pairing does not hold this site's card as it was handed out");
      }
      return pairing;
    }
  }

  /** Signs a pairing after its words were compared. */
  @Command(
      name = "confirm",
      header = "Sign a pairing, after comparing its words with the other side by voice.",
      footer = {
        "sluice peer confirm low-lab",
        "sluice peer confirm low-lab --words \"lusab babad gutih tugad ...\""
      })
  public static final class Confirm extends SiteCommand {
    @Parameters(paramLabel = "NAME", description = "The peer.")
    private String name;

    @Option(names = "--words", paramLabel = "WORDS", description = "What the other side read out.")
    private String words;

    public Confirm(Invocation invocation) {
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
      SignedPairing pairing = session.peers().find(name);
      String typed = words != null ? words : ask(session);
      if (!PairingWords.match(pairing.pairing().digest(), typed)) {
        throw new CliException(
                ExitCode.SIGNATURE_INVALID, SafeText.literal("these are not the pairing's words"))
            .meaning(SafeText.literal("The two sides do not hold the same pairing. Stop here."))
            .help(SafeText.sentence("show this side's words: sluice peer show {}", name));
      }
      SignedPairing signed =
          pairing.signedBy(sends, session.keys().signingKey(session::passphrase));
      session.peers().put(signed);
      remember(session, name, signed);
      Facts facts = facts(name, signed);
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

  /** Lists the peers. */
  @Command(
      name = "list",
      header = "List the peers and whether both sides have confirmed.",
      footer = {"sluice peer list", "sluice peer list --json"})
  public static final class ListAll extends SiteCommand {
    public ListAll(Invocation invocation) {
      super(invocation);
    }

    @Override
    ExitCode run(Session session) throws Exception {
      Table table = Table.headed("PEER", "SUITE", "SIGNED BY", "EXPIRES");
      var rows = new ArrayList<Json>();
      for (String name : session.peers().names()) {
        SignedPairing pairing = session.peers().find(name);
        rows.add(facts(name, pairing).json());
        table.row(
            SafeText.of(name),
            SafeText.of(pairing.pairing().suite().word()),
            SafeText.of(signers(pairing)),
            SafeText.of(pairing.pairing().expires().toString()));
      }
      return session
          .invocation()
          .answer("sluice.peers/1", Json.array(rows), console -> console.out().print(table));
    }
  }

  /** Shows one peer. */
  @Command(
      name = "show",
      header = "Show one pairing: keys, rules, and the words to compare.",
      footer = {"sluice peer show low-lab", "sluice peer show low-lab --json"})
  public static final class Show extends SiteCommand {
    @Parameters(paramLabel = "NAME", description = "The peer.")
    private String name;

    public Show(Invocation invocation) {
      super(invocation);
    }

    @Override
    ExitCode run(Session session) throws Exception {
      Facts facts = facts(name, session.peers().find(name));
      return session
          .invocation()
          .answer("sluice.peer/1", facts.json(), console -> console.out().print(facts));
    }
  }

  /** Forgets a peer. */
  @Command(
      name = "remove",
      header = "Forget a pairing: its bundles are refused from now on.",
      footer = {"sluice peer remove low-lab", "sluice peer remove low-lab --json"})
  public static final class Remove extends SiteCommand {
    @Parameters(paramLabel = "NAME", description = "The peer.")
    private String name;

    public Remove(Invocation invocation) {
      super(invocation);
    }

    @Override
    ExitCode run(Session session) throws Exception {
      session.peers().remove(name);
      return session
          .invocation()
          .answer(
              "sluice.peer-removed/1",
              Facts.none().and("peer", name).json(),
              console ->
                  console
                      .out()
                      .print(
                          SafeText.sentence(
                              "Forgot the pairing with {}. What was exchanged stays.", name)));
    }
  }
}
