package dev.sluice.cli.command;

import dev.sluice.canonical.Json;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.datasite.Datasite;
import dev.sluice.datasite.Message;
import dev.sluice.datasite.Messages;
import dev.sluice.state.text.SafeText;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the messages. */
@Command(
    name = "list",
    header = "List messages to researchers, newest first.",
    footer = {"sluice message list", "sluice message list --to curie@example.org"})
public final class MessageListCommand extends DatasiteCommand {
  @Option(names = "--to", paramLabel = "EMAIL", description = "Only messages to this researcher.")
  private String to;

  public MessageListCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session, Datasite site) throws Exception {
    List<Message> messages = new Messages(site).list(Optional.ofNullable(to));
    return session.answer(
        "sluice.messages/1",
        Json.array(messages.stream().map(Listings::message).toList()),
        console -> {
          for (Message message : messages) {
            console
                .out()
                .print(
                    SafeText.sentence(
                        "{}  to {}: {}", message.sent(), message.to(), message.subject()));
            SafeText.lines(message.body())
                .forEach(line -> console.out().print(SafeText.literal("  ").plus(line)));
          }
          if (messages.isEmpty()) {
            console.out().print(SafeText.literal("No messages."));
          }
        });
  }
}
