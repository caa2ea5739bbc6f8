package dev.sluice.cli.command;

import dev.sluice.canonical.Json;
import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.Console;
import dev.sluice.cli.console.DataSize;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Printer;
import dev.sluice.cli.view.BatchJson;
import dev.sluice.cli.view.Listing;
import dev.sluice.cli.view.Listing.Row;
import dev.sluice.datasite.Sharing;
import dev.sluice.state.ObjectId;
import dev.sluice.state.Side;
import dev.sluice.state.review.DecisionBook.Statement;
import dev.sluice.state.review.PrivateItem;
import dev.sluice.state.store.Direction;
import dev.sluice.state.store.Verdict;
import dev.sluice.state.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lets private data leave. */
@Command(
    name = "share",
    header = "Let results and logs leave the high side, and approve the batch of their job.",
    description = {
      "Sharing a result also approves its request, and the requester is told. Only exactly the",
      "present content is shared. What has left cannot be called back."
    },
    footer = {
      "sluice share rs-55d0 --reason \"8 regional totals\"",
      "sluice share jb-19c4 --result --log --reason \"totals only\" --confirm-private 2"
    })
public final class ShareCommand extends SiteCommand {
  @Mixin private final PrivateObjects objects = new PrivateObjects();

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why; stays on this side.")
  private String reason = "";

  @Option(
      names = "--confirm-private",
      paramLabel = "N",
      description = "Share exactly N private items, without asking.")
  private Integer confirmed;

  public ShareCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session) throws Exception {
    session.requireSide(Side.HIGH);
    if (reason.isBlank()) {
      throw new CliException(ExitCode.USAGE, SafeText.literal("sharing private data has a reason"))
          .help(SafeText.literal("--reason TEXT; it stays on this side"));
    }
    List<ObjectId> ids = objects.ids(session);
    List<PrivateItem> leaving =
        PrivateObjects.items(session, ids).stream()
            .filter(item -> item.state() == PrivateItem.State.WITHHELD)
            .toList();
    if (leaving.isEmpty()) {
      throw new CliException(ExitCode.USAGE, SafeText.literal("all of this is shared already"))
          .help(SafeText.literal("sluice batch list --outgoing"));
    }
    announce(session, leaving);
    confirm(leaving.size());
    session.keys().signingKey(session::passphrase);
    new Sharing(PrivateObjects.site(session)).share(ids, reason);
    Listing listing = Batches.of(session).listing();
    List<Row> jobs = carrying(listing, ids);
    if (!jobs.isEmpty()) {
      Decided.record(session, jobs, new Statement(Verdict.APPROVE, session.actor(), reason, ""));
    }
    return session.answer(
        "sluice.share/1",
        json(leaving, jobs),
        console -> report(console, session, listing, leaving, jobs));
  }

  /** The outgoing batches that hold what was shared. */
  static List<Row> carrying(Listing listing, List<ObjectId> ids) {
    return listing.rows(Optional.of(Direction.OUT)).stream()
        .filter(row -> ids.stream().anyMatch(row.batch().objects()::contains))
        .toList();
  }

  private void announce(Session session, List<PrivateItem> leaving) throws Exception {
    var lines = new ArrayList<SafeText>();
    session.<Boolean, RuntimeException>read(
        view -> {
          ShortIds ids = ShortIds.of(view);
          return lines.addAll(
              leaving.stream()
                  .map(
                      item ->
                          SafeText.sentence(
                              "{} {} {}: {}. It will leave the high side, readable by {}.",
                              item.kind(),
                              ids.shown(item.object()),
                              item.item(),
                              DataSize.text(Math.max(0, item.bytes())),
                              view.find(item.object()).orElseThrow().owner()))
                  .toList());
        });
    Printer err = session.console().err();
    err.print(lines);
    if (leaving.stream().anyMatch(item -> item.kind().equals("result"))) {
      err.print(
          SafeText.literal(
              "Sharing a result also approves its request, and the requester will be told."));
    }
  }

  private void confirm(int count) {
    if (confirmed == null) {
      invocation()
          .prompt()
          .confirm(
              SafeText.sentence("Private items: {}. Type {} to confirm:", count, count),
              Integer.toString(count),
              "--confirm-private " + count);
    } else if (confirmed != count) {
      throw new CliException(
              ExitCode.CANCELLED,
              SafeText.sentence("{} private items would leave, not {}", count, confirmed))
          .help(SafeText.sentence("--confirm-private {}", count));
    }
  }

  private static Json json(List<PrivateItem> shared, List<Row> jobs) {
    var items = new ArrayList<Json>();
    shared.forEach(
        item ->
            items.add(
                Json.object()
                    .put("id", item.object().text())
                    .put("type", item.kind())
                    .put("item", item.item())
                    .put("sha256", item.content())
                    .build()));
    return Json.object()
        .put("shared", Json.array(items))
        .put("approved", BatchJson.of(jobs))
        .build();
  }

  private static void report(
      Console console, Session session, Listing listing, List<PrivateItem> shared, List<Row> jobs) {
    for (PrivateItem item : shared) {
      console
          .out()
          .print(
              SafeText.sentence(
                  "Recorded: {} shares {} {}.",
                  session.actor(),
                  item.kind(),
                  listing.names().of(item.object())));
    }
    for (Row row : jobs) {
      console
          .out()
          .print(
              SafeText.sentence(
                  "Approved {} {} as it now is. Next: sluice export --to {} --out DIR",
                  row.batch().kind().name(),
                  listing.names().of(row.batch().root()),
                  row.batch().peer()));
    }
  }
}
