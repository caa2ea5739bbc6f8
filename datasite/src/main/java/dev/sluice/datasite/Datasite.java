package dev.sluice.datasite;

import dev.sluice.datasite.DatasiteException.Reason;
import dev.sluice.state.ObjectId;
import dev.sluice.state.PartRef;
import dev.sluice.state.Side;
import dev.sluice.state.StateObject;
import dev.sluice.state.audit.AuditEvent;
import dev.sluice.state.kind.Kind;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.store.BlobRefusedException;
import dev.sluice.state.store.ObjectFilter;
import dev.sluice.state.store.StateStore;
import dev.sluice.state.store.StoreException;
import dev.sluice.state.store.StoreView;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;

/**
 * One side, as somebody works on it.
 *
 * @param store its state
 * @param kinds the kinds it knows
 * @param random makes the ids of new objects
 * @param actor who acts, for the audit log: an e-mail or {@code sluice}; untrusted text
 */
public record Datasite(StateStore store, Kinds kinds, SecureRandom random, String actor) {
  /** A change that can be refused. */
  interface Work<T> {
    T run(Change change) throws DatasiteException;
  }

  /**
   * The one object of {@code kind} that a person means by {@code text}: the name it was made from,
   * its id or the start of its id, or its title.
   *
   * @throws DatasiteException {@code NOT_FOUND} or {@code AMBIGUOUS}
   */
  public ObjectId find(String kind, String text) throws DatasiteException, StoreException {
    return store.read(view -> find(view, kind, text));
  }

  ObjectId find(StoreView view, String kind, String text) throws DatasiteException {
    ObjectId named = named(kind, text);
    if (isLive(view, named)) {
      return named;
    }
    List<ObjectId> found = startingWith(view, kind, text);
    if (found.isEmpty()) {
      found = titled(view, kind, text);
    }
    if (found.isEmpty()) {
      throw new DatasiteException(Reason.NOT_FOUND, "there is no " + kind + " \"" + text + "\"");
    }
    if (found.size() > 1) {
      throw new DatasiteException(
          Reason.AMBIGUOUS, "more than one " + kind + " is meant by \"" + text + "\"");
    }
    return found.get(0);
  }

  private List<ObjectId> startingWith(StoreView view, String kind, String text) {
    return text.startsWith(declaration(kind).prefix() + "-")
        ? view.idsStartingWith(text, 2).stream().filter(id -> isLive(view, id)).toList()
        : List.of();
  }

  private List<ObjectId> titled(StoreView view, String kind, String text) {
    String title = declaration(kind).title();
    return view.objects(ObjectFilter.LIVE.ofKind(kind))
        .filter(object -> object.text(title).filter(text::equals).isPresent())
        .map(StateObject::id)
        .limit(2)
        .toList();
  }

  private static boolean isLive(StoreView view, ObjectId id) {
    return view.find(id).filter(object -> !object.isRemoved()).isPresent();
  }

  /** The bytes of a part. */
  public InputStream open(PartRef part) throws StoreException {
    return store.blobs().open(part.digest());
  }

  /** The live object {@code id}, which has to be of {@code kind}. */
  StateObject require(StoreView view, ObjectId id, String kind) throws DatasiteException {
    return view.find(id)
        .filter(object -> !object.isRemoved() && object.kind().equals(kind))
        .orElseThrow(
            () -> new DatasiteException(Reason.NOT_FOUND, "there is no " + kind + " " + id));
  }

  void requireSide(Side side, String otherwise) throws DatasiteException, StoreException {
    if (store.read(view -> view.site().side()) != side) {
      throw new DatasiteException(Reason.WRONG_SIDE, otherwise);
    }
  }

  <T> T write(AuditEvent event, Work<T> work) throws DatasiteException, StoreException {
    return store.write(event, transaction -> work.run(new Change(this, transaction)));
  }

  AuditEvent event(String action) {
    return AuditEvent.of(action, actor);
  }

  ObjectId newId(String kind) {
    return ObjectId.random(declaration(kind).prefix(), random);
  }

  ObjectId named(String kind, String name) {
    return ObjectId.named(declaration(kind).prefix(), name);
  }

  Kind declaration(String kind) {
    return kinds.kind(kind).orElseThrow();
  }

  /** Takes in a file of at most {@code limit} bytes that a person named. */
  PartRef keep(Path file, long limit) throws DatasiteException, StoreException {
    if (!Files.isRegularFile(file)) {
      throw new DatasiteException(Reason.UNFIT_FILE, file + " is not a file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return store.blobs().put(in, limit);
    } catch (IOException e) {
      throw new DatasiteException(Reason.UNFIT_FILE, file + " cannot be read");
    } catch (BlobRefusedException e) {
      throw new DatasiteException(
          Reason.UNFIT_FILE, file + " has more than " + limit + " bytes, which is too large");
    }
  }
}
