package dev.sluice.cli.command;

import dev.sluice.canonical.Json;
import dev.sluice.cli.console.Console;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.datasite.JobItem;
import dev.sluice.datasite.Sharing;
import dev.sluice.state.ObjectId;
import dev.sluice.state.Side;
import dev.sluice.state.text.SafeText;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Keeps here what was shared and has not left. */
@Command(
    name = "withhold",
    header = "Take back that results and logs may leave, as long as they have not.",
    footer = {"sluice withhold rs-55d0", "sluice withhold jb-19c4 --log"})
public final class WithholdCommand extends SiteCommand {
  @Mixin private final PrivateObjects objects = new PrivateObjects();

  public WithholdCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session) throws Exception {
    session.requireSide(Side.HIGH);
    List<ObjectId> ids = objects.ids(session);
    List<JobItem> withheld = new Sharing(PrivateObjects.site(session)).withhold(ids);
    List<String> names = withheld.stream().map(item -> item.id().text()).toList();
    return session.answer(
        "sluice.withhold/1",
        Json.object().put("withheld", Json.texts(names)).build(),
        console -> report(console, names));
  }

  private static void report(Console console, List<String> names) {
    for (String name : names) {
      console.out().print(SafeText.sentence("{} stays here.", name));
    }
    console
        .out()
        .print(
            SafeText.literal(
                names.isEmpty()
                    ? "None of this was shared."
                    : "An approval of its job no longer holds. Next: sluice batch list"
                        + " --outgoing"));
  }
}
