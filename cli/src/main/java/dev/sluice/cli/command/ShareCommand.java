package dev.sluice.cli.command;

import dev.sluice.api.Disclosure;
import dev.sluice.canonical.Json;
import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.Console;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Printer;
import dev.sluice.cli.view.Names;
import dev.sluice.datasite.Datasite;
import dev.sluice.state.Side;
import dev.sluice.state.review.PrivateItem;
import dev.sluice.state.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lets private data leave. */
@Command(
    name = "share",
    header = "Let private data leave the high side, and approve the batch that carries them.",
    description = {
      "Results, logs, a job's error text, and the private fields and parts of declared kinds. Only",
      "exactly the present content is shared, with the owner of its object and nobody else."
          + " Sharing",
      "a result also approves its request, and the requester is told. What has left cannot be"
          + " called",
      "back from whoever read it."
    },
    footer = {
      "sluice share jb-19c4 --result --log --reason \"totals only\" --confirm-private 2",
      "sluice share md-7b10 --item weights --reason \"trained on public data\""
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
    Disclosure.checkReason(reason);
    Datasite site = session.datasite();
    List<PrivateItem> leaving =
        objects.items(session).stream()
            .filter(item -> item.state() == PrivateItem.State.WITHHELD)
            .toList();
    if (leaving.isEmpty()) {
      throw new CliException(ExitCode.USAGE, SafeText.literal("all of this is shared already"))
          .help(SafeText.literal("sluice batch list --outgoing"));
    }
    Names names = Batches.of(session).listing().names();
    var disclosure = new Disclosure(site, session.decisions());
    var shown = new Leaving(disclosure.propose(leaving), names);
    announce(session, shown);
    confirm(leaving.size());
    session.keys().signingKey(session::passphrase);
    Disclosure.Done done = disclosure.share(shown.proposal(), reason);
    return session.answer(
        "sluice.share/1",
        Json.object()
            .put("shared", Leaving.items(done.items()))
            .put("approved", shown.batches(done))
            .build(),
        console -> report(console, session, names, done));
  }

  private static void announce(Session session, Leaving shown) throws Exception {
    List<PrivateItem> leaving = shown.proposal().items();
    var lines = new ArrayList<SafeText>();
    for (PrivateItem item : leaving) {
      String owner =
          session.<String, RuntimeException>read(
              view -> view.find(item.object()).orElseThrow().owner());
      lines.add(
          SafeText.sentence(
              "{} {} {}: {}. It will leave the high side, readable by {}.",
              item.kind(),
              shown.names().of(item.object()),
              item.item(),
              Leaving.size(item),
              owner));
    }
    lines.addAll(shown.alongside());
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

  private static void report(Console console, Session session, Names names, Disclosure.Done done) {
    for (PrivateItem item : done.items()) {
      console
          .out()
          .print(
              SafeText.sentence(
                  "Recorded: {} shares {} {}.",
                  session.actor(),
                  item.kind(),
                  names.of(item.object())));
    }
    console.out().print(Leaving.approved(done, names));
  }
}
