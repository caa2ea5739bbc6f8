package dev.sluice.cli.command;

import dev.sluice.canonical.Json;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Table;
import dev.sluice.datasite.Datasite;
import dev.sluice.datasite.User;
import dev.sluice.datasite.Users;
import dev.sluice.state.text.SafeText;
import java.util.List;
import picocli.CommandLine.Command;

/** Lists the users. */
@Command(
    name = "list",
    header = "List the researchers.",
    footer = {"sluice user list", "sluice user list --json"})
public final class UserListCommand extends DatasiteCommand {
  public UserListCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session, Datasite site) throws Exception {
    List<User> users = new Users(site).list();
    Table table = Table.headed("EMAIL", "NAME", "INSTITUTION");
    users.forEach(
        user ->
            table.row(
                SafeText.of(user.email()),
                SafeText.of(user.name()),
                SafeText.of(user.institution())));
    return session.answer(
        "sluice.users/1",
        Json.array(users.stream().map(Listings::user).toList()),
        console -> console.out().print(table));
  }
}
