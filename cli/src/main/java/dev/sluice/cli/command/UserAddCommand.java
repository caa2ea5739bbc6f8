package dev.sluice.cli.command;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.datasite.Datasite;
import dev.sluice.datasite.User;
import dev.sluice.datasite.Users;
import dev.sluice.state.text.SafeText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds a user. */
@Command(
    name = "add",
    header = "Add a researcher on the low side.",
    footer = {
      "sluice user add curie@example.org --name \"Marie Curie\"",
      "sluice user add curie@example.org --name \"Marie Curie\" --institution Sorbonne"
    })
public final class UserAddCommand extends DatasiteCommand {
  @Parameters(paramLabel = "EMAIL", description = "The e-mail that names the researcher.")
  private String email;

  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      description = "What people call the researcher.")
  private String name;

  @Option(names = "--institution", paramLabel = "TEXT", description = "Where the researcher works.")
  private String institution = "";

  public UserAddCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session, Datasite site) throws Exception {
    User user = new Users(site).add(email, name, institution);
    return session.answer(
        "sluice.user/1",
        Listings.user(user),
        console -> {
          console.out().print(SafeText.sentence("Added {} ({}).", user.email(), user.name()));
          console
              .out()
              .print(
                  SafeText.sentence(
                      "Next: sluice request submit NAME --code FILE --dataset NAME --purpose TEXT"
                          + " --by {}",
                      user.email()));
        });
  }
}
