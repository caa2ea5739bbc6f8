package dev.sluice.datasite;

import dev.sluice.canonical.Json;
import dev.sluice.datasite.DatasiteException.Reason;
import dev.sluice.datasite.run.Language;
import dev.sluice.datasite.run.RunRefusedException;
import dev.sluice.datasite.run.RunRequest;
import dev.sluice.state.ObjectId;
import dev.sluice.state.PartRef;
import dev.sluice.state.Side;
import dev.sluice.state.StateObject;
import dev.sluice.state.store.ObjectFilter;
import dev.sluice.state.store.StoreException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The requests that a side knows. Researchers hand them in on the low side. */
public final class Requests {
  private static final long LARGEST_CODE = 1L << 20;
  private static final int LONGEST_REASON = 2000;

  private final Datasite site;

  public Requests(Datasite site) {
    this.site = site;
  }

  /**
   * Hands in a request with its code.
   *
   * @throws DatasiteException {@code WRONG_SIDE} on the high side
   */
  public Request submit(Submission submission) throws DatasiteException, StoreException {
    site.requireSide(Side.LOW, "requests are handed in on the low side");
    Language language = language(submission);
    String name = entry(submission.name());
    Dataset dataset = new Datasets(site).show(submission.dataset());
    User requester = new Users(site).require(submission.requester());
    PartRef source = site.keep(submission.code(), LARGEST_CODE);
    StateObject code =
        StateObject.create(site.newId(Code.KIND), Code.KIND, requester.email())
            .with("name", name)
            .with("language", Code.word(language))
            .with("entry", name)
            .with("assets", Json.texts(dataset.assets().stream().map(a -> a.id().text()).toList()))
            .withPart(Code.SOURCE, source);
    StateObject request =
        StateObject.create(site.newId(Request.KIND), Request.KIND, requester.email())
            .with("name", name)
            .with("purpose", Texts.filled("purpose", submission.purpose()))
            .with(RequestStatus.FIELD, RequestStatus.PENDING)
            .with("tags", Json.texts(submission.tags()))
            .with("code", code.id().text())
            .with("requester", requester.id().text());
    if (submission.project().isPresent()) {
      ObjectId project = site.find(Projects.KIND, submission.project().get());
      request = request.with("project", project.text());
    }
    return put(code, request);
  }

  private Request put(StateObject code, StateObject request)
      throws DatasiteException, StoreException {
    return site.write(
        site.event("request-submitted").about(request.id()).about(code.id()),
        change -> {
          change.put(code);
          change.put(request);
          return Request.of(request);
        });
  }

  private static Language language(Submission submission) throws DatasiteException {
    try {
      return Language.ofFileName(String.valueOf(submission.code().getFileName()));
    } catch (RunRefusedException e) {
      throw new DatasiteException(Reason.UNFIT_FILE, e.getMessage());
    }
  }

  private static String entry(String name) throws DatasiteException {
    if (!RunRequest.isEntry(name)) {
      throw new DatasiteException(
          Reason.UNFIT_TEXT,
          "a request's name is up to 100 letters, digits and underscores, no digit first");
    }
    return name;
  }

  /**
   * Requests by requester and name.
   *
   * @param requester only those of this e-mail
   * @param status only those that a person is told to have this status
   */
  public List<Request> list(Optional<String> requester, Optional<String> status)
      throws StoreException {
    ObjectFilter all = ObjectFilter.LIVE.ofKind(Request.KIND);
    ObjectFilter filter = requester.map(Texts::email).map(all::ownedBy).orElse(all);
    Optional<String> word = status.map(text -> text.strip().toLowerCase(Locale.ROOT));
    return site.store()
        .read(
            view ->
                view.objects(filter)
                    .map(Request::of)
                    .filter(request -> word.map(request.status()::is).orElse(true))
                    .sorted(
                        Comparator.comparing(Request::requester)
                            .thenComparing(Request::name)
                            .thenComparing(Request::id))
                    .toList());
  }

  /** One request. */
  public Request show(ObjectId id) throws DatasiteException, StoreException {
    return site.store().read(view -> Request.of(site.require(view, id, Request.KIND)));
  }

  /** The code of a request, if it is here. */
  public Optional<Code> code(Request request) throws StoreException {
    return site.store().read(view -> request.code().flatMap(view::find).map(Code::of));
  }

  /** Takes a pending request back, on the low side. */
  public Request withdraw(ObjectId id) throws DatasiteException, StoreException {
    site.requireSide(Side.LOW, "a request is withdrawn where it was handed in, on the low side");
    return site.write(
        site.event("request-withdrawn").about(id),
        change -> {
          StateObject request = requireOpen(change, id);
          StateObject withdrawn = request.with(RequestStatus.FIELD, RequestStatus.WITHDRAWN);
          change.put(withdrawn);
          return Request.of(withdrawn);
        });
  }

  /** Puts other tags on a request. */
  public Request tag(ObjectId id, List<String> tags) throws DatasiteException, StoreException {
    return site.write(
        site.event("request-tagged").about(id),
        change -> {
          StateObject tagged = change.require(id, Request.KIND).with("tags", Json.texts(tags));
          change.put(tagged);
          return Request.of(tagged);
        });
  }

  /**
   * Rejects a request that is here already, on the high side. The requester is told. Results and
   * logs of it that were released and have not left stay here after all; what has left can still be
   * read.
   *
   * @param reason travels to the requester
   * @throws DatasiteException {@code NOT_OPEN} if it was rejected or withdrawn before
   */
  public Request deny(ObjectId id, String reason) throws DatasiteException, StoreException {
    site.requireSide(Side.HIGH, "the data owner denies requests on the high side");
    String why = Texts.filled("reason", reason);
    checkReason(why);
    return site.write(
        site.event("request-denied").about(id).with("reason", why),
        change -> {
          Withholding.withholdUnsent(change, requireDeniable(change, id));
          StateObject denied =
              change
                  .require(id, Request.KIND)
                  .with(RequestStatus.FIELD, RequestStatus.REJECTED)
                  .with(RequestStatus.REASON, why);
          change.put(denied);
          change.send(Message.ofRejection(denied, why, site.kinds(), change.time()));
          return Request.of(denied);
        });
  }

  static void checkReason(String reason) throws DatasiteException {
    if (reason.codePointCount(0, reason.length()) > LONGEST_REASON) {
      throw new DatasiteException(
          Reason.UNFIT_TEXT, "a reason has at most " + LONGEST_REASON + " characters");
    }
  }

  /** Results of a request that were released and have left this side: a denial cannot undo them. */
  public List<ObjectId> sentResults(ObjectId id) throws StoreException {
    return site.store()
        .read(
            view ->
                JobItem.resultsOf(id, view).stream()
                    .filter(item -> SentItems.holds(view, item.id(), item.what().item()))
                    .map(JobItem::id)
                    .toList());
  }

  private ObjectId requireDeniable(Change change, ObjectId id) throws DatasiteException {
    RequestStatus status = RequestStatus.of(change.require(id, Request.KIND));
    if (status.is(RequestStatus.REJECTED) || status.is(RequestStatus.WITHDRAWN)) {
      throw notOpen(id, status);
    }
    return id;
  }

  private StateObject requireOpen(Change change, ObjectId id) throws DatasiteException {
    StateObject request = change.require(id, Request.KIND);
    RequestStatus status = RequestStatus.of(request);
    if (!status.is(RequestStatus.PENDING)) {
      throw notOpen(id, status);
    }
    return request;
  }

  static DatasiteException notOpen(ObjectId id, RequestStatus status) {
    return new DatasiteException(
        Reason.NOT_OPEN, "request " + id + " is " + status.word() + " already");
  }
}
