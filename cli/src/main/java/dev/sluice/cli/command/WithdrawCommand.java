package dev.sluice.cli.command;

import dev.sluice.api.Disclosure;
import dev.sluice.canonical.Json;
import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.Console;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Printer;
import dev.sluice.cli.view.Names;
import dev.sluice.state.Side;
import dev.sluice.state.review.PrivateItem;
import dev.sluice.state.text.SafeText;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes back what was shared, also after it has left. */
@Command(
    name = "withdraw",
    header = "Take back what was shared: it stays here, or is removed on the low side.",
    description = {
      "What has not left simply stays. What has left is removed on the low side when the next"
          + " bundle",
      "is applied there; its owner is told the reason, and its request shows it. The audit logs"
          + " keep",
      "that it was released. A copy that was read or made before cannot be taken back."
    },
    footer = {
      "sluice withdraw rs-55d0 --reason \"one group was too small\"",
      "sluice withdraw jb-19c4 --result --log --reason \"wrong data\" --yes"
    })
public final class WithdrawCommand extends SiteCommand {
  @Mixin private final PrivateObjects objects = new PrivateObjects();

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why; the owner is told.")
  private String reason = "";

  @Option(names = "--yes", description = "Approve the batch that carries it without asking.")
  private boolean yes;

  public WithdrawCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session) throws Exception {
    session.requireSide(Side.HIGH);
    if (reason.isBlank()) {
      throw new CliException(ExitCode.USAGE, SafeText.literal("a withdrawal has a reason"))
          .help(SafeText.literal("--reason TEXT; the owner is told"));
    }
    List<PrivateItem> shared =
        objects.items(session).stream()
            .filter(item -> item.state() == PrivateItem.State.SHARED)
            .toList();
    if (shared.isEmpty()) {
      throw new CliException(ExitCode.USAGE, SafeText.literal("none of this is shared"))
          .help(SafeText.literal("sluice batch list --outgoing"));
    }
    Names names = Batches.of(session).listing().names();
    var disclosure = new Disclosure(session.datasite(), session.decisions());
    var shown = new Leaving(disclosure.propose(shared), names);
    confirm(session, shown);
    session.keys().signingKey(session::passphrase);
    Disclosure.Done done = disclosure.withdraw(shown.proposal(), reason);
    return session.answer(
        "sluice.withdraw/1",
        Json.object()
            .put("withdrawn", Leaving.items(done.items()))
            .put("approved", shown.batches(done))
            .build(),
        console -> report(console, session, names, done));
  }

  private void confirm(Session session, Leaving shown) {
    Printer err = session.console().err();
    if (shown.proposal().batches().isEmpty()) {
      return;
    }
    err.print(shown.alongside());
    if (!yes) {
      session
          .invocation()
          .prompt()
          .confirm(SafeText.literal("Type y to withdraw and approve this:"), "y", "--yes");
    }
  }

  private static void report(Console console, Session session, Names names, Disclosure.Done done) {
    for (PrivateItem item : done.items()) {
      console
          .out()
          .print(
              SafeText.sentence(
                  "Recorded: {} withdraws {} {} {}.",
                  session.actor(),
                  item.kind(),
                  names.of(item.object()),
                  item.item()));
    }
    console
        .out()
        .print(
            SafeText.literal(
                "Where it has left, it is removed with the next apply over there. A copy that was"
                    + " read or made before cannot be taken back."));
    console.out().print(Leaving.approved(done, names));
  }
}
