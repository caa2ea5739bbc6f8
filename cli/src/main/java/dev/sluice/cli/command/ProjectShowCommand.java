package dev.sluice.cli.command;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Facts;
import dev.sluice.datasite.Datasite;
import dev.sluice.datasite.Project;
import dev.sluice.datasite.Projects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a project. */
@Command(
    name = "show",
    header = "Show one project.",
    footer = {"sluice project show pj-0c7d", "sluice project show \"Pay by region\""})
public final class ProjectShowCommand extends DatasiteCommand {
  @Parameters(paramLabel = "PROJECT", description = "Its name or the start of its id.")
  private String project;

  public ProjectShowCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session, Datasite site) throws Exception {
    Project found = new Projects(site).find(project);
    Facts facts =
        Facts.none()
            .and("project", shown(session, found.id()))
            .and("name", found.name())
            .and("by", found.creator())
            .and("members", String.join(", ", found.members()));
    if (!found.description().isEmpty()) {
      facts = facts.and("description", found.description());
    }
    Facts shown = facts;

    return session.answer(
        "sluice.project/1", Listings.project(found), console -> console.out().print(shown));
  }
}
