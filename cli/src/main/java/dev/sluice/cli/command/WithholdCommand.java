package dev.sluice.cli.command;

import dev.sluice.canonical.Json;
import dev.sluice.cli.console.Console;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.datasite.Withholding;
import dev.sluice.state.Side;
import dev.sluice.state.review.PrivateItem;
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
    List<PrivateItem> withheld =
        new Withholding(session.datasite()).withhold(objects.items(session));
    List<String> full = withheld.stream().map(item -> item.object().text()).toList();
    List<String> shown =
        session.<List<String>, RuntimeException>read(
            view -> {
              ShortIds names = ShortIds.of(view);
              return withheld.stream().map(item -> names.shown(item.object())).toList();
            });
    return session.answer(
        "sluice.withhold/1",
        Json.object().put("withheld", Json.texts(full)).build(),
        console -> report(console, shown));
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
