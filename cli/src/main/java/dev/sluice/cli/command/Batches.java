package dev.sluice.cli.command;

import dev.sluice.cli.console.Asking;
import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.view.Listing;
import dev.sluice.cli.view.Listing.Row;
import dev.sluice.exporter.Outgoing.Scope;
import dev.sluice.state.store.Direction;
import dev.sluice.state.store.InboxEntry;
import dev.sluice.state.store.InboxState;
import dev.sluice.state.store.Peer;
import dev.sluice.state.store.StoreException;
import dev.sluice.state.store.StoreView;
import dev.sluice.state.text.SafeText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The batches of a session, and what people type for them. */
final class Batches {
  private static final String ROW = "b[0-9]{1,9}";

  private final Session session;
  private final Listing listing;

  private Batches(Session session, Listing listing) {
    this.session = session;
    this.listing = listing;
  }

  /** What there is to decide on now; whatever the modules below refuse may leave it. */
  static Batches of(Session session) throws Exception {
    return of(session, Scope.TOUCHED);
  }

  static Batches of(Session session, Scope scope) throws Exception {
    var content = session.content();
    Listing listing =
        session.<Listing, Exception>read(
            view -> Listing.of(view, session.kinds(), content, ShortIds.of(view)::shown, scope));
    return new Batches(session, listing);
  }

  /** What {@code options} may show, or, if any are named, what {@code typed} may mean. */
  static Batches of(
      Session session, FilterOptions options, List<String> typed, Optional<Direction> direction)
      throws Exception {
    return typed.isEmpty() ? of(session, options.scope()) : naming(session, typed, direction);
  }

  /** The same, with all that the state holds if one of {@code typed} is nothing else. */
  static Batches naming(Session session, List<String> typed, Optional<Direction> direction)
      throws Exception {
    Batches touched = of(session);
    boolean all = typed.stream().noneMatch(id -> touched.listing.matching(id, direction).isEmpty());
    return all ? touched : of(session, Scope.EVERYTHING);
  }

  Listing listing() {
    return listing;
  }

  /** The one batch that {@code typed} means. */
  Row find(String typed, Optional<Direction> direction) throws StoreException {
    if (typed.matches(ROW) && session.invocation().asking() == Asking.FORBIDDEN) {
      throw new CliException(
              ExitCode.USAGE, SafeText.sentence("{} is a row number, which moves", typed))
          .help(SafeText.literal("use the id with --no-input"));
    }
    List<Row> found = listing.matching(typed, direction);
    if (found.size() == 1) {
      return found.get(0);
    }
    throw found.isEmpty() ? unknown(typed) : ambiguous(typed, found);
  }

  private CliException ambiguous(String typed, List<Row> found) {
    var refusal =
        new CliException(ExitCode.USAGE, SafeText.sentence("{} means more than one batch", typed));
    for (Row row : found) {
      refusal.fact(
          row.label(),
          row.batch().root().text()
              + (row.batch().direction() == Direction.IN ? ", incoming" : ", outgoing"));
    }
    return refusal.help(SafeText.literal("add digits, or --incoming or --outgoing"));
  }

  private CliException unknown(String typed) throws StoreException {
    Optional<InboxState> settled =
        session.<Optional<InboxState>, RuntimeException>read(view -> settled(view, typed));
    SafeText sentence =
        settled
            .map(state -> SafeText.sentence("batch {} was {} already", typed, state))
            .orElse(SafeText.sentence("no batch waits whose id begins with {}", typed));
    return new CliException(ExitCode.USAGE, sentence)
        .help(SafeText.literal("sluice batch list --include-same --include-ignored --show-code"));
  }

  private static Optional<InboxState> settled(StoreView view, String typed) {
    for (Peer peer : view.peers()) {
      for (InboxState state : List.of(InboxState.APPLIED, InboxState.REJECTED)) {
        try (Stream<InboxEntry> entries = view.peer(peer.name()).inbox(state)) {
          if (entries.anyMatch(entry -> entry.root().text().startsWith(typed))) {
            return Optional.of(state);
          }
        }
      }
    }
    return Optional.empty();
  }
}
