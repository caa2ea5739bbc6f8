package dev.sluice.datasite;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.Json;
import dev.sluice.canonical.JsonLimits;
import dev.sluice.canonical.NotCanonicalException;
import dev.sluice.datasite.DatasiteException.Reason;
import dev.sluice.state.ObjectId;
import dev.sluice.state.PartRef;
import dev.sluice.state.Side;
import dev.sluice.state.StateObject;
import dev.sluice.state.audit.AuditEvent;
import dev.sluice.state.store.ObjectFilter;
import dev.sluice.state.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The endpoints of a side: made on the high side, looked at on both.
 *
 * <p>An id is made from the path, so a path is taken once. Only the mock function, the description
 * and the settings on the list travel, and nothing of it that looks like a secret unless somebody
 * says why it is none.
 */
public final class Endpoints {
  private static final Pattern PATH = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*");
  private static final int LONGEST_PATH = 80;
  private static final long LARGEST_FUNCTION = 1 << 20;

  private final Datasite site;

  public Endpoints(Datasite site) {
    this.site = site;
  }

  /**
   * Adds an endpoint.
   *
   * @param owner e-mail of the data owner
   * @throws DatasiteException {@code ALREADY_THERE} for a path that is taken, {@code SECRET_FOUND},
   *     {@code WRONG_SIDE} on the low side
   */
  public Endpoint add(EndpointDraft draft, String owner) throws DatasiteException, StoreException {
    requireHigh();
    ObjectId id = id(draft.path());
    if (draft.mock().isEmpty()) {
      throw new DatasiteException(Reason.UNFIT_FILE, "an endpoint needs a mock function");
    }
    StateObject empty =
        StateObject.create(id, Endpoint.KIND, Texts.email(owner))
            .with("path", draft.path())
            .with("description", "");
    return keep(
        "endpoint-added",
        draft,
        change -> {
          if (change.has(id)) {
            throw new DatasiteException(
                Reason.ALREADY_THERE, "there is an endpoint " + draft.path() + " already");
          }
          return empty;
        });
  }

  /**
   * Changes what {@code draft} names of an endpoint.
   *
   * @throws DatasiteException {@code NOT_FOUND}, {@code SECRET_FOUND}, {@code WRONG_SIDE}
   */
  public Endpoint update(EndpointDraft draft) throws DatasiteException, StoreException {
    requireHigh();
    ObjectId id = id(draft.path());
    return keep("endpoint-updated", draft, change -> change.require(id, Endpoint.KIND));
  }

  /** All, by path. */
  public List<Endpoint> list() throws StoreException {
    return site.store()
        .read(
            view ->
                view.objects(ObjectFilter.LIVE.ofKind(Endpoint.KIND))
                    .map(Endpoint::of)
                    .sorted(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::id))
                    .toList());
  }

  /** The endpoint that a person means by its path or the start of its id. */
  public Endpoint show(String text) throws DatasiteException, StoreException {
    return site.store()
        .read(
            view -> {
              ObjectId id = site.find(view, Endpoint.KIND, text);
              return Endpoint.of(site.require(view, id, Endpoint.KIND));
            });
  }

  /** Removes an endpoint, here at once and on the low side with the next export. */
  public Endpoint remove(String text) throws DatasiteException, StoreException {
    requireHigh();
    Endpoint endpoint = show(text);
    return site.write(
        site.event("endpoint-removed").about(endpoint.id()),
        change -> {
          change.require(endpoint.id(), Endpoint.KIND);
          change.edits().remove(endpoint.id());
          return endpoint;
        });
  }

  private void requireHigh() throws DatasiteException, StoreException {
    site.requireSide(Side.HIGH, "endpoints are made on the high side only");
  }

  private ObjectId id(String path) throws DatasiteException {
    if (path.length() > LONGEST_PATH || !PATH.matcher(path).matches()) {
      throw new DatasiteException(
          Reason.UNFIT_TEXT, "a path is lower-case words of letters, digits and _ joined by dots");
    }
    return site.named(Endpoint.KIND, path);
  }

  private EndpointEdit take(EndpointDraft draft) throws DatasiteException, StoreException {
    Optional<PartRef> mock = function(draft.mock());
    Optional<String> code =
        mock.isEmpty() ? Optional.empty() : Optional.of(new String(bytes(mock.get()), UTF_8));
    return new EndpointEdit(draft, mock, code, function(draft.function()), settings(draft));
  }

  private Optional<PartRef> function(Optional<Path> file) throws DatasiteException, StoreException {
    return file.isEmpty() ? Optional.empty() : Optional.of(site.keep(file.get(), LARGEST_FUNCTION));
  }

  private Optional<Json.Obj> settings(EndpointDraft draft)
      throws DatasiteException, StoreException {
    if (draft.settings().isEmpty()) {
      return Optional.empty();
    }
    try {
      byte[] json = bytes(site.keep(draft.settings().get(), LARGEST_FUNCTION));
      if (CanonicalJson.parseLenient(json, JsonLimits.SMALL) instanceof Json.Obj settings) {
        return Optional.of(settings);
      }
      throw new DatasiteException(Reason.UNFIT_FILE, "settings are one JSON object");
    } catch (NotCanonicalException e) {
      throw new DatasiteException(Reason.UNFIT_FILE, "the settings are no JSON: " + e.getMessage());
    }
  }

  private byte[] bytes(PartRef part) throws StoreException {
    try (InputStream in = site.open(part)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The version of an endpoint that a draft starts from. */
  private interface Start {
    StateObject of(Change change) throws DatasiteException;
  }

  private Endpoint keep(String action, EndpointDraft draft, Start start)
      throws DatasiteException, StoreException {
    EndpointEdit edit = take(draft);
    AuditEvent event = site.event(action).about(id(draft.path()));
    if (draft.secretsReviewed().isPresent()) {
      event = event.with("secrets-reviewed", Texts.filled("reason", draft.secretsReviewed().get()));
    }
    return site.write(
        event,
        change -> {
          StateObject edited = edit.of(start.of(change));
          change.put(edited);
          return Endpoint.of(edited);
        });
  }
}
