package dev.sluice.api;

import dev.sluice.bundle.ssh.Signer;
import dev.sluice.cli.site.Guard;
import dev.sluice.cli.site.KindFolder;
import dev.sluice.cli.site.SiteException;
import dev.sluice.cli.site.SiteFolder;
import dev.sluice.cli.site.SiteSeal;
import dev.sluice.cli.view.IncomingPlan;
import dev.sluice.datasite.Datasite;
import dev.sluice.datasite.DatasiteException;
import dev.sluice.datasite.Withholding;
import dev.sluice.importer.apply.StalePlanException;
import dev.sluice.importer.review.ReviewException;
import dev.sluice.importer.stage.CustodyException;
import dev.sluice.state.ObjectId;
import dev.sluice.state.review.BatchFilter;
import dev.sluice.state.review.DecisionBook;
import dev.sluice.state.review.DecisionBook.Statement;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.review.PrivateItem;
import dev.sluice.state.store.Decision;
import dev.sluice.state.store.StateStore;
import dev.sluice.state.store.StoreException;
import dev.sluice.state.store.Take;
import dev.sluice.state.store.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * A low or high site, held open by one program: no command can write to it until it is closed. Each
 * method is one step of the command line, with the same rules, and does all of it or nothing.
 */
public final class Site implements AutoCloseable {
  private final Access access;
  private final DecisionBook book;
  private final Review review;
  private Optional<Signer> signer = Optional.empty();

  private Site(Access access) throws IOException, SiteException {
    this.access = access;
    this.book = new DecisionBook(new SiteSeal(access.keys().signingKeys(), this::signer));
    this.review = new Review(access.site(), book);
  }

  /**
   * Opens the site at {@code path}.
   *
   * @param actor who acts, in the log and in decisions
   * @param unlocking gives the use of the keys, at each step that needs them
   * @throws StoreException {@code LOCKED} if another program works on the site
   * @throws SiteException {@code WRONG_SIDE} at a guard station, which has no state
   */
  public static Site open(
      Path path, String actor, Unlocking unlocking, Clock clock, SecureRandom random)
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
      return new Site(new Access(folder, site, unlocking, clock));
    } catch (IOException | SiteException | StoreException | RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private Signer signer() throws IOException, SiteException {
    if (signer.isEmpty()) {
      signer = Optional.of(access.keys().signingKey(access.unlocking().passphrase()));
    }
    return signer.get();
  }

  /** The work of researchers and owners on this site: datasets, requests, jobs. */
  public Datasite datasite() {
    return access.site();
  }

  /** The batches that came in or would go out and that {@code filter} shows. */
  public List<ListedBatch> batches(BatchFilter filter)
      throws StoreException, IOException, CustodyException {
    return review.batches(filter);
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
    signer();
    return review.decide(batch, new Statement(verdict, access.site().actor(), reason, ""));
  }

  /** Approves a batch in conflict and says whose version counts. */
  public List<Decision> resolve(ListedBatch batch, Take take, String reason)
      throws StoreException, IOException, CustodyException, SiteException, VerdictRefusedException {
    signer();
    String actor = access.site().actor();
    return review.decide(
        batch, new Statement(Verdict.APPROVE, actor, reason, "", Optional.of(take)));
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
    var disclosure = new Disclosure(access.site(), book);
    return disclosure.share(disclosure.propose(items), reason);
  }

  /** Keeps here what was shared and has not left; those that were. */
  public List<PrivateItem> withhold(List<PrivateItem> items)
      throws StoreException, DatasiteException {
    return new Withholding(access.site()).withhold(items);
  }

  /**
   * Takes back what was shared, and has it removed on the other side if it has left.
   *
   * @param reason travels to the owner
   */
  public Disclosure.Done withdraw(List<PrivateItem> items, String reason)
      throws StoreException,
          IOException,
          SiteException,
          DatasiteException,
          DisclosureRefusedException {
    signer();
    var disclosure = new Disclosure(access.site(), book);
    return disclosure.withdraw(disclosure.propose(items), reason);
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
    return new Incoming(access.site(), book, view -> ObjectId::text);
  }

  /** Plans and writes bundles for {@code peer}. */
  public Dispatch dispatch(String peer) throws IOException, SiteException {
    return Dispatch.to(peer, access, book);
  }

  /** Takes in what peers have sent; nothing of it is live before it is applied. */
  public Intake intake() throws IOException, SiteException {
    return new Intake(access);
  }

  /** Verifies bundles where they lie. */
  public Verification verification() throws IOException, SiteException {
    return Verification.by(access.folder(), access.clock());
  }

  /** Gives the site back to other programs. */
  @Override
  public void close() throws StoreException, IOException {
    try (StateStore store = access.site().store()) {
      new Guard(access.folder()).keep(store);
    }
  }
}
