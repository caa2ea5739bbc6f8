package dev.sluice.api;

import dev.sluice.bundle.VolumeLayout;
import dev.sluice.bundle.model.BundleRejectedException;
import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.ssh.AgentException;
import dev.sluice.bundle.ssh.Signer;
import dev.sluice.cli.site.BundleSigners;
import dev.sluice.cli.site.Guard;
import dev.sluice.cli.site.KeyFolder;
import dev.sluice.cli.site.KindFolder;
import dev.sluice.cli.site.PeerFolder;
import dev.sluice.cli.site.SiteException;
import dev.sluice.cli.site.SiteFolder;
import dev.sluice.cli.site.SiteSeal;
import dev.sluice.cli.view.IncomingPlan;
import dev.sluice.cli.view.Listing;
import dev.sluice.datasite.Datasite;
import dev.sluice.datasite.DatasiteException;
import dev.sluice.datasite.Withholding;
import dev.sluice.exporter.ExportPlan;
import dev.sluice.exporter.ExportRefusedException;
import dev.sluice.exporter.ExportReport;
import dev.sluice.exporter.Exporter;
import dev.sluice.exporter.Outgoing;
import dev.sluice.exporter.ReleaseGate;
import dev.sluice.exporter.media.MediaException;
import dev.sluice.importer.apply.StalePlanException;
import dev.sluice.importer.receive.ImportRefusedException;
import dev.sluice.importer.receive.ImportReport;
import dev.sluice.importer.receive.IncompleteBundleException;
import dev.sluice.importer.review.ReviewException;
import dev.sluice.importer.stage.CustodyException;
import dev.sluice.state.ObjectId;
import dev.sluice.state.review.BatchFilter;
import dev.sluice.state.review.DecisionBook;
import dev.sluice.state.review.DecisionBook.Statement;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.review.PrivateItem;
import dev.sluice.state.review.StoredContent;
import dev.sluice.state.store.Decision;
import dev.sluice.state.store.StateStore;
import dev.sluice.state.store.StoreException;
import dev.sluice.state.store.Take;
import dev.sluice.state.store.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A low or high site, held open by one program: no command can write to it until it is closed. Each
 * method is one step of the command line, with the same rules, and does all of it or nothing.
 */
public final class Site implements AutoCloseable {
  private final SiteFolder folder;
  private final KeyFolder keys;
  private final KeyFolder.Passphrase passphrase;
  private final Clock clock;
  private final Datasite site;
  private final DecisionBook book;
  private Optional<Signer> signer = Optional.empty();

  private Site(
      SiteFolder folder,
      Datasite site,
      KeyFolder.Passphrase passphrase,
      KeyFolder keys,
      Clock clock)
      throws IOException, SiteException {
    this.folder = folder;
    this.site = site;
    this.passphrase = passphrase;
    this.keys = keys;
    this.clock = clock;
    this.book = new DecisionBook(new SiteSeal(keys.signingKeys(), this::signer));
  }

  /**
   * Opens the site at {@code path}, whose keys are in files.
   *
   * @param actor who acts, in the log and in decisions
   * @param passphrase asked only if the keys have one, at each step that needs them
   * @throws StoreException {@code LOCKED} if another program works on the site
   * @throws SiteException {@code WRONG_SIDE} at a guard station, which has no state
   */
  public static Site open(
      Path path, String actor, KeyFolder.Passphrase passphrase, Clock clock, SecureRandom random)
      throws IOException, SiteException, StoreException {
    SiteFolder folder = SiteFolder.open(path);
    if (folder.kind().side().isEmpty()) {
      throw new SiteException(SiteException.Reason.WRONG_SIDE, "a guard station has no state");
    }
    StateStore store = StateStore.open(folder.store(), clock);
    try {
      folder.clearRemains();
      new Guard(folder).check(store, actor);
      var site = new Datasite(store, KindFolder.kinds(folder), random, actor);
      return new Site(folder, site, passphrase, KeyFolder.of(folder, Site::noAgent), clock);
    } catch (IOException | SiteException | StoreException | RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private static byte[] noAgent(byte[] request) throws AgentException {
    throw new AgentException(
        AgentException.Reason.UNREACHABLE, "the signing key is in an ssh-agent, not in a file");
  }

  private Signer signer() throws IOException, SiteException {
    if (signer.isEmpty()) {
      signer = Optional.of(keys.signingKey(passphrase));
    }
    return signer.get();
  }

  /** The work of researchers and owners on this site: datasets, requests, jobs. */
  public Datasite datasite() {
    return site;
  }

  /** The batches that came in or would go out and that {@code filter} shows. */
  public List<ListedBatch> batches(BatchFilter filter)
      throws StoreException, IOException, CustodyException {
    boolean same = filter.shown().contains(BatchFilter.Extra.SAME);
    Listing listing = listing(same ? Outgoing.Scope.EVERYTHING : Outgoing.Scope.TOUCHED);
    return listing.rows(Optional.empty(), filter).stream().map(Listing.Row::batch).toList();
  }

  private Listing listing(Outgoing.Scope scope)
      throws StoreException, IOException, CustodyException {
    var content = new StoredContent(site.store().blobs()::open);
    try {
      return site.store()
          .<Listing, Exception>read(
              view -> Listing.of(view, site.kinds(), content, ObjectId::text, scope));
    } catch (StoreException | IOException | CustodyException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Records what {@code verdict} says of {@code batch}, which has to hold what it did when it was
   * listed. Hiding a batch hides what needs it, showing it shows what it needs.
   *
   * @param reason travels to the requester with a rejection, else stays here
   * @return one decision for each batch, the one named first
   */
  public List<Decision> decide(ListedBatch batch, Verdict verdict, String reason)
      throws StoreException, IOException, CustodyException, SiteException, VerdictRefusedException {
    return decide(batch, new Statement(verdict, site.actor(), reason, ""));
  }

  /** Approves a batch in conflict and says whose version counts. */
  public List<Decision> resolve(ListedBatch batch, Take take, String reason)
      throws StoreException, IOException, CustodyException, SiteException, VerdictRefusedException {
    return decide(
        batch, new Statement(Verdict.APPROVE, site.actor(), reason, "", Optional.of(take)));
  }

  private List<Decision> decide(ListedBatch batch, Statement statement)
      throws StoreException, IOException, CustodyException, SiteException, VerdictRefusedException {
    Listing touched = listing(Outgoing.Scope.TOUCHED);
    Listing now = touched.same(batch).isPresent() ? touched : listing(Outgoing.Scope.EVERYTHING);
    ListedBatch same =
        now.same(batch)
            .orElseThrow(
                () ->
                    VerdictRefusedException.of(
                        VerdictRefusedException.Reason.STALE,
                        batch,
                        batch.standing(),
                        "%s is not what it was when it was listed"))
            .batch();
    var all = new ArrayList<ListedBatch>(List.of(same));
    all.addAll(Verdicts.along(statement.verdict(), same, now.beside(same)));
    signer();
    return new Verdicts(site, book).record(all, statement);
  }

  /**
   * Lets private items leave, and approves the batches that carry them.
   *
   * @param items as {@link ListedBatch#privateItems} lists them
   * @param reason stays here
   */
  public Disclosure.Done share(List<PrivateItem> items, String reason)
      throws StoreException,
          IOException,
          SiteException,
          DatasiteException,
          DisclosureRefusedException {
    signer();
    var disclosure = new Disclosure(site, book);
    return disclosure.share(disclosure.propose(items), reason);
  }

  /** Keeps here what was shared and has not left; those that were. */
  public List<PrivateItem> withhold(List<PrivateItem> items)
      throws StoreException, DatasiteException {
    return new Withholding(site).withhold(items);
  }

  /** What an apply would do now. */
  public IncomingPlan plan() throws StoreException, IOException, CustodyException, ReviewException {
    return incoming().plan();
  }

  /** Does what {@code plan} says, see {@link Incoming#apply}. */
  public void apply(IncomingPlan plan)
      throws StoreException,
          IOException,
          CustodyException,
          ReviewException,
          StalePlanException,
          PlanOvertakenException {
    incoming().apply(plan);
  }

  private Incoming incoming() {
    return new Incoming(site, book, view -> ObjectId::text);
  }

  /** What an export to {@code peer} would carry now. */
  public ExportPlan exportPlan(String peer) throws StoreException, IOException, SiteException {
    return exporter(peer).plan();
  }

  /**
   * Writes what {@code plan} says to the folder of a medium and reads it back.
   *
   * @param privateItems how many private items the caller expects to leave with it
   * @throws ExportRefusedException if that is another number, or the state has moved
   */
  public ExportReport export(String peer, ExportPlan plan, int privateItems, Path medium)
      throws StoreException, IOException, SiteException, ExportRefusedException, MediaException {
    var signers =
        BundleSigners.of(keys, peers().confirmed(peer), sends(), passphrase, site.random());
    var request =
        new Exporter.Request(
            List.of(medium),
            VolumeLayout.STANDARD,
            site.actor(),
            signers.signing(),
            signers.composite(),
            site.random());
    return exporter(peer).export(plan, privateItems, request);
  }

  private Exporter exporter(String peer) throws IOException, SiteException {
    return new Exporter(
        site.store(),
        site.kinds(),
        new ReleaseGate(book),
        peer,
        peers().confirmed(peer),
        folder.outbox(),
        clock);
  }

  /**
   * Verifies the bundle in {@code bundle} and takes it into custody; nothing of it is live before
   * it is applied.
   */
  public ImportReport importFrom(Path bundle)
      throws StoreException,
          IOException,
          SiteException,
          BundleRejectedException,
          ImportRefusedException,
          IncompleteBundleException {
    return new Intake(folder, site, keys, passphrase, clock).receive(bundle);
  }

  private PeerFolder peers() {
    return PeerFolder.of(folder);
  }

  private Direction sends() {
    return folder.kind().sends().orElseThrow();
  }

  /** Gives the site back to other programs. */
  @Override
  public void close() throws StoreException, IOException {
    try (StateStore store = site.store()) {
      new Guard(folder).keep(store);
    }
  }
}
