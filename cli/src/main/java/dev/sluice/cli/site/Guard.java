package dev.sluice.cli.site;

import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.Digest;
import dev.sluice.canonical.Fields;
import dev.sluice.canonical.Json;
import dev.sluice.canonical.JsonLimits;
import dev.sluice.canonical.NotCanonicalException;
import dev.sluice.state.audit.AuditEvent;
import dev.sluice.state.files.PrivateFiles;
import dev.sluice.state.store.Freeze;
import dev.sluice.state.store.StateStore;
import dev.sluice.state.store.StoreException;
import dev.sluice.state.store.StoreView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The guard counter: how far the audit log had come when a command last ended, in a file beside the
 * store that no backup should hold. A store that is put back from a backup does not have that entry
 * any more, or has another one in its place.
 *
 * <p>It is written after the store, so a crash leaves it behind the store, which means nothing.
 */
public final class Guard {
  private static final String FORMAT = "sluice-guard/1";

  private final Path file;

  /** The guard of {@code site}. */
  public Guard(SiteFolder site) {
    this.file = site.path().resolve("guard.json");
  }

  private record Mark(long sequence, Digest digest) {}

  /** Freezes a store that is older than the guard. */
  public void check(StateStore store, String actor) throws IOException, StoreException {
    if (isFrozen(store)) {
      return;
    }
    Optional<String> evidence = store.read(this::evidenceAgainst);
    if (evidence.isPresent()) {
      store.<Void, RuntimeException>write(
          AuditEvent.of("site-frozen", actor),
          transaction -> {
            transaction.freeze(Freeze.Cause.BEHIND_GUARD, evidence.get());
            return null;
          });
    }
  }

  /** What shows that a store is older than the guard, if it is. */
  public Optional<String> evidenceAgainst(StoreView view) throws IOException {
    return read()
        .filter(mark -> !view.audit().digestAt(mark.sequence()).equals(Optional.of(mark.digest())))
        .map(mark -> "the store has no write %d such as this site made".formatted(mark.sequence()));
  }

  /** Remembers how far the store has come, unless it is frozen. */
  public void keep(StateStore store) throws IOException, StoreException {
    if (isFrozen(store)) {
      return;
    }
    Mark now =
        store.<Mark, RuntimeException>read(
            view -> new Mark(view.audit().sequence(), view.audit().head()));
    if (!read().equals(Optional.of(now))) {
      PrivateFiles.write(
          file,
          CanonicalJson.write(
              Json.object()
                  .put("digest", now.digest())
                  .put("format", FORMAT)
                  .put("sequence", now.sequence())
                  .build()));
    }
  }

  private static boolean isFrozen(StateStore store) throws StoreException {
    return store.<Optional<Freeze>, RuntimeException>read(StoreView::freeze).isPresent();
  }

  /** A file that cannot be understood guards nothing, and is written anew. */
  private Optional<Mark> read() throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      Fields fields =
          Fields.of("guard", CanonicalJson.parseObject(Files.readAllBytes(file), JsonLimits.SMALL));
      return fields.text("format").equals(FORMAT)
          ? Optional.of(
              new Mark(fields.integer("sequence", 0, Json.MAX_INTEGER), fields.digest("digest")))
          : Optional.empty();
    } catch (NotCanonicalException e) {
      return Optional.empty();
    }
  }
}
