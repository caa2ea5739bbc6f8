package dev.sluice.cli.command;

import dev.sluice.canonical.Json;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Table;
import dev.sluice.datasite.Datasite;
import dev.sluice.datasite.Project;
import dev.sluice.datasite.Projects;
import dev.sluice.state.text.SafeText;
import java.util.List;
import picocli.CommandLine.Command;

/** Lists the projects. */
@Command(
    name = "list",
    header = "List the projects.",
    footer = {"sluice project list", "sluice project list --json"})
public final class ProjectListCommand extends DatasiteCommand {
  public ProjectListCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session, Datasite site) throws Exception {
    List<Project> projects = new Projects(site).list();
    Table table = Table.headed("ID", "NAME", "BY", "MEMBERS");
    for (Project project : projects) {
      table.row(
          SafeText.of(shown(session, project.id())),
          SafeText.of(project.name()),
          SafeText.of(project.creator()),
          SafeText.of(Integer.toString(project.members().size())));
    }
    return session.answer(
        "sluice.projects/1",
        Json.array(projects.stream().map(Listings::project).toList()),
        console -> console.out().print(table));
  }
}
