package dev.sluice.cli.command;

import dev.sluice.api.VerdictRefusedException;
import dev.sluice.api.Verdicts;
import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Printer;
import dev.sluice.cli.view.Listing;
import dev.sluice.cli.view.Listing.Row;
import dev.sluice.state.review.BatchFilter;
import dev.sluice.state.review.BatchFilter.Extra;
import dev.sluice.state.review.DecisionBook.Statement;
import dev.sluice.state.store.Direction;
import dev.sluice.state.store.Take;
import dev.sluice.state.store.Verdict;
import dev.sluice.state.text.SafeText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A verdict on batches, signed with the site's key and bound to what they hold now. */
abstract class DecideCommand extends SiteCommand {
  private final Verdict verdict;

  @Mixin private final DirectionOptions direction = new DirectionOptions();

  @Parameters(
      paramLabel = "ID",
      arity = "0..*",
      description = "Beginnings of ids of roots, or rows such as b2.")
  private List<String> ids = List.of();

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Why; of a rejection the requester is told.")
  private String reason = "";

  @Option(names = "--note", paramLabel = "TEXT", description = "A note that stays on this side.")
  private String note = "";

  @Option(
      names = "--all-undecided",
      description = "All undecided batches that came in; with --outgoing those that would go out.")
  private boolean allUndecided;

  @Option(
      names = "--by",
      paramLabel = "EMAIL",
      description = "With --all-undecided: only batches of this person.")
  private String by;

  DecideCommand(Invocation invocation, Verdict verdict) {
    super(invocation);
    this.verdict = verdict;
  }

  @Override
  final ExitCode run(Session session) throws Exception {
    checkArguments();
    Batches batches = Batches.naming(session, ids, way());
    List<Row> chosen = allUndecided ? undecided(batches.listing()) : named(batches);
    if (chosen.isEmpty()) {
      throw new CliException(ExitCode.USAGE, SafeText.literal("nothing is undecided"))
          .help(SafeText.literal("sluice batch list"));
    }
    var statement = new Statement(verdict, session.actor(), reason, note, take());
    for (Row row : chosen) {
      Verdicts.check(statement, row.batch());
    }
    List<Row> along = along(chosen, batches.listing());
    if (!along.isEmpty()) {
      agree(session, batches.listing(), along);
    }
    var all = new ArrayList<>(chosen);
    all.addAll(along);
    Decided decided = Decided.record(session, all, statement);
    return session.answer(
        "sluice.decisions/1",
        decided.json(),
        console -> report(console.out(), session, batches.listing(), all));
  }

  private void checkArguments() throws VerdictRefusedException {
    if (ids.isEmpty() == !allUndecided) {
      throw new CliException(
              ExitCode.USAGE,
              ids.isEmpty()
                  ? SafeText.literal("which batches?")
                  : SafeText.literal("name batches or say --all-undecided, not both"))
          .help(SafeText.sentence("sluice {} ID, or --all-undecided --by EMAIL", verdict));
    }
    if (by != null && !allUndecided) {
      throw new CliException(ExitCode.USAGE, SafeText.literal("--by needs --all-undecided"));
    }
    if (take().isPresent() && allUndecided) {
      throw new CliException(
          ExitCode.USAGE,
          SafeText.literal("--take is said of named batches, one conflict at a time"));
    }
    Verdicts.check(verdict, reason);
  }

  private List<Row> named(Batches batches) throws Exception {
    Set<Row> rows = new LinkedHashSet<>();
    for (String id : ids) {
      rows.add(batches.find(id, way()));
    }
    return List.copyOf(rows);
  }

  private List<Row> undecided(Listing listing) {
    BatchFilter every = BatchFilter.DEFAULT;
    var filter =
        new BatchFilter(
            Optional.ofNullable(by),
            every.kinds(),
            every.withoutKinds(),
            every.statuses(),
            EnumSet.of(Extra.UNDECIDED_ONLY));
    return listing.rows(Optional.of(direction.chosen().orElse(Direction.IN)), filter);
  }

  private Optional<Direction> way() {
    return direction.chosen().or(() -> take().map(take -> Direction.IN));
  }

  /** Whose version counts, of a verdict that resolves conflicts. */
  Optional<Take> take() {
    return Optional.empty();
  }

  /** The batches that this verdict takes along. */
  List<Row> along(List<Row> chosen, Listing listing) {
    return List.of();
  }

  /** Makes sure that the person wants {@code along} too; called before anything is recorded. */
  void agree(Session session, Listing listing, List<Row> along) {}

  /** Says what was recorded, what it means and what comes next. */
  abstract void report(Printer out, Session session, Listing listing, List<Row> rows);

  /** The next step after decisions on {@code rows}. */
  static SafeText next(List<Row> rows) {
    return rows.get(0).batch().direction() == Direction.IN
        ? SafeText.literal("Next: sluice plan")
        : SafeText.sentence("Next: sluice export --to {} --out DIR", rows.get(0).batch().peer());
  }

  static List<Row> without(List<Row> rows, List<Row> others) {
    return rows.stream().filter(row -> !others.contains(row)).distinct().toList();
  }
}
