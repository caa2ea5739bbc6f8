package dev.sluice.cli.command;

import dev.sluice.api.Access;
import dev.sluice.api.Unlocking;
import dev.sluice.bundle.pairing.ConfirmedPairing;
import dev.sluice.canonical.Json;
import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.Console;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.site.KeyFolder;
import dev.sluice.cli.site.KindFolder;
import dev.sluice.cli.site.PeerFolder;
import dev.sluice.cli.site.SiteException;
import dev.sluice.cli.site.SiteFolder;
import dev.sluice.cli.site.SiteSeal;
import dev.sluice.datasite.Datasite;
import dev.sluice.state.Side;
import dev.sluice.state.audit.AuditEvent;
import dev.sluice.state.diff.PartContent;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.review.DecisionBook;
import dev.sluice.state.review.StoredContent;
import dev.sluice.state.store.StateStore;
import dev.sluice.state.store.StoreException;
import dev.sluice.state.store.StoreView;
import dev.sluice.state.text.SafeText;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One command's hold on its site: folder, keys, and the store, which is opened on first use and
 * locked until the command ends.
 */
public final class Session implements AutoCloseable {
  private static final SafeText PASSPHRASE = SafeText.literal("Passphrase of this site's keys:");

  private final Invocation invocation;
  private final SiteFolder site;
  private final Kinds kinds;
  private final StoreHold store;
  private final SecureRandom random = new SecureRandom();
  private Optional<char[]> passphrase = Optional.empty();
  private Optional<DecisionBook> decisions = Optional.empty();

  private Session(Invocation invocation, SiteFolder site, Kinds kinds) {
    this.invocation = invocation;
    this.site = site;
    this.kinds = kinds;
    this.store = new StoreHold(site, invocation.environment().clock(), invocation.console());
  }

  /** Opens the site that the invocation names. */
  static Session open(Invocation invocation) throws IOException, SiteException {
    SiteFolder site = SiteFolder.open(invocation.store());
    return new Session(invocation, site, KindFolder.kinds(site));
  }

  public Invocation invocation() {
    return invocation;
  }

  public Console console() {
    return invocation.console();
  }

  public SiteFolder site() {
    return site;
  }

  public SecureRandom random() {
    return random;
  }

  /** Which side this is; a guard station has none and is refused. */
  public Side side() {
    return site.kind()
        .side()
        .orElseThrow(
            () ->
                new CliException(ExitCode.USAGE, SafeText.literal("a guard station has no state"))
                    .help(SafeText.literal("use -C to name a low or high site")));
  }

  /** Refuses the command on the other side. */
  public void requireSide(Side side) {
    if (side() != side) {
      throw new CliException(
              ExitCode.USAGE, SafeText.sentence("this command belongs to the {} side", side))
          .fact("this site", site.name() + ", " + site.kind());
    }
  }

  /** The store, locked for this command. */
  public StateStore store() throws StoreException {
    side();
    return store.open(actor());
  }

  private long sequence() throws StoreException {
    return store().<Long, RuntimeException>read(view -> view.audit().sequence());
  }

  /** Whether this command has written to the store, so that a refusal must not deny it. */
  boolean hasWritten() {
    return store.hasWritten();
  }

  /** Puts on record what happened beside the store: to keys, to pairings. */
  public void record(AuditEvent event) throws StoreException {
    store().<Void, RuntimeException>write(event, transaction -> null);
  }

  /** Looks at one moment of the state. */
  public <T, X extends Exception> T read(StoreView.Reader<T, X> reader) throws StoreException, X {
    return store().read(reader);
  }

  /** The built-in kinds and those that the site declares. */
  public Kinds kinds() {
    return kinds;
  }

  /** The bytes of parts, for diffs. */
  public PartContent content() throws StoreException {
    return new StoredContent(store().blobs()::open);
  }

  public PeerFolder peers() {
    return PeerFolder.of(site);
  }

  /** The pairings that bundles are believed by today. */
  List<ConfirmedPairing> believed() throws IOException, SiteException {
    return peers().believed(LocalDate.now(invocation.environment().clock()));
  }

  public KeyFolder keys() {
    return KeyFolder.of(site, unlocking().agent());
  }

  /** How this command comes to use the keys: it asks for the passphrase, and the agent it finds. */
  Unlocking unlocking() {
    var asking = Unlocking.by(this::passphrase);
    return invocation
        .environment()
        .variable("SSH_AUTH_SOCK")
        .map(socket -> asking.withAgentAt(invocation.resolve(Path.of(socket))))
        .orElse(asking);
  }

  /** The state as datasets, requests and jobs. */
  Datasite datasite() throws StoreException {
    return new Datasite(store(), kinds, random, actor());
  }

  /** What the steps take that programs can do too. */
  Access access() throws StoreException {
    return new Access(site, datasite(), unlocking(), invocation.environment().clock());
  }

  /** The passphrase of the keys, asked for once in a command. */
  public char[] passphrase() {
    if (passphrase.isEmpty()) {
      passphrase = Optional.of(invocation.passphrases().read(PASSPHRASE));
    }
    return passphrase.get();
  }

  /** The decisions of this site, signed with its key or with one that it had before. */
  public DecisionBook decisions() throws IOException, SiteException {
    if (decisions.isEmpty()) {
      var seal = new SiteSeal(keys().signingKeys(), () -> keys().signingKey(this::passphrase));
      decisions = Optional.of(new DecisionBook(seal));
    }
    return decisions.get();
  }

  /** Who acts: {@code --as}, else the user of the machine. */
  public String actor() {
    return invocation.as().orElse(System.getProperty("user.name", "unknown"));
  }

  /** Answers with the state's position in the envelope. */
  public ExitCode answer(String schema, Json data, Consumer<Console> text) throws StoreException {
    if (!invocation.answersJson()) {
      text.accept(console());
      return ExitCode.OK;
    }
    invocation.answer(invocation.envelope().on(side().toString(), sequence()).data(schema, data));
    return ExitCode.OK;
  }

  /** Gives the store back; the next use opens it again. */
  @Override
  public void close() throws StoreException {
    store.close();
  }
}
