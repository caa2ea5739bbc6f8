package dev.sluice.cli.command;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Facts;
import dev.sluice.state.store.Freeze;
import dev.sluice.state.store.SiteIdentity;
import dev.sluice.state.text.SafeText;
import java.util.Optional;
import picocli.CommandLine.Command;

/** Shows the site's history. */
@Command(
    name = "show",
    header = "Show this site's incarnation and lineage, and whether it is frozen.",
    footer = {"sluice site show", "sluice site show --json"})
public final class SiteShowCommand extends SiteCommand {
  public SiteShowCommand(Invocation invocation) {
    super(invocation);
  }

  private record History(SiteIdentity site, Optional<Freeze> freeze) {
    Facts facts() {
      Facts facts =
          Facts.none()
              .and("site", site.name())
              .and("side", site.side().toString())
              .and("incarnation", site.incarnation())
              .and("lineage", String.join(" ", site.lineage()))
              .and("frozen", freeze.map(found -> found.cause().toString()).orElse("no"));
      return freeze.isEmpty()
          ? facts
          : facts
              .and("because", freeze.get().evidence())
              .and("since", freeze.get().at().toString());
    }
  }

  @Override
  ExitCode run(Session session) throws Exception {
    History history =
        session.<History, RuntimeException>read(view -> new History(view.site(), view.freeze()));
    return session.answer(
        "sluice.site/1",
        history.facts().json(),
        console -> {
          console.out().print(history.facts());
          if (history.freeze().isPresent()) {
            console.out().print(SafeText.literal("Next: sluice site recover"));
          }
        });
  }
}
