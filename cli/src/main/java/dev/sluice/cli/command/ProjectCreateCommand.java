package dev.sluice.cli.command;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.datasite.Datasite;
import dev.sluice.datasite.Project;
import dev.sluice.datasite.Projects;
import dev.sluice.state.text.SafeText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Creates a project. */
@Command(
    name = "create",
    header = "Create a project.",
    footer = {
      "sluice project create \"Pay by region\" --by curie@example.org",
      "sluice project create pay --by curie@example.org --description \"Pay by region and year\""
    })
public final class ProjectCreateCommand extends DatasiteCommand {
  @Parameters(paramLabel = "NAME", description = "Its name; no other project may have it.")
  private String name;

  @Option(
      names = "--by",
      required = true,
      paramLabel = "EMAIL",
      description = "The researcher who starts it.")
  private String creator;

  @Option(names = "--description", paramLabel = "TEXT", description = "What it is for.")
  private String description = "";

  public ProjectCreateCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session, Datasite site) throws Exception {
    Project project = new Projects(site).create(name, description, creator);
    String id = shown(session, project.id());
    return session.answer(
        "sluice.project/1",
        Listings.project(project),
        console -> {
          console.out().print(SafeText.sentence("Created project {} {}.", id, project.name()));
          console
              .out()
              .print(
                  SafeText.sentence(
                      "Next: sluice request submit NAME --project {} --code FILE ...", id));
        });
  }
}
