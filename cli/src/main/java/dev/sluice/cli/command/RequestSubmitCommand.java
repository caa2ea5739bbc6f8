package dev.sluice.cli.command;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.datasite.Datasite;
import dev.sluice.datasite.Request;
import dev.sluice.datasite.Requests;
import dev.sluice.datasite.Submission;
import dev.sluice.state.text.SafeText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Hands in a request. */
@Command(
    name = "submit",
    header = "Hand in a request to run code on private data.",
    footer = {
      "sluice request submit total --code total.py --dataset payroll --purpose \"Yearly report\" --by curie@example.org",
      "sluice request submit mean --code mean.R --dataset payroll --purpose \"Pay gap\" --by curie@example.org --project pay --tag pay"
    })
public final class RequestSubmitCommand extends DatasiteCommand {
  @Parameters(paramLabel = "NAME", description = "Its name; in Python also the function to call.")
  private String name;

  @Option(
      names = "--code",
      required = true,
      paramLabel = "FILE",
      description = "One file of code: .py, .java, .R or .sh.")
  private Path code;

  @Option(
      names = "--dataset",
      required = true,
      paramLabel = "DATASET",
      description = "What to run it on: a dataset's name or id.")
  private String dataset;

  @Option(
      names = "--purpose",
      required = true,
      paramLabel = "TEXT",
      description = "What the result is for; the data owner decides by it.")
  private String purpose;

  @Option(
      names = "--by",
      required = true,
      paramLabel = "EMAIL",
      description = "The researcher who asks.")
  private String requester;

  @Option(names = "--project", paramLabel = "PROJECT", description = "The project it belongs to.")
  private String project;

  @Option(
      names = "--tag",
      paramLabel = "WORD",
      description = "A word to find it by; may be given again.")
  private List<String> tags = List.of();

  public RequestSubmitCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session, Datasite site) throws Exception {
    Request request =
        new Requests(site)
            .submit(
                new Submission(
                    name,
                    invocation().resolve(code),
                    dataset,
                    purpose,
                    Optional.ofNullable(project),
                    requester,
                    tags));
    String id = shown(session, request.id());
    return session.answer(
        "sluice.request/1",
        Listings.request(request),
        console -> {
          console
              .out()
              .print(
                  SafeText.sentence(
                      "Submitted request {}. The data owner will see it at the next export.", id));
          console.out().print(SafeText.literal("Next: sluice export --to PEER --out DIR"));
        });
  }
}
