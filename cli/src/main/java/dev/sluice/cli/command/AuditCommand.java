package dev.sluice.cli.command;

import dev.sluice.canonical.Json;
import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Facts;
import dev.sluice.cli.console.Table;
import dev.sluice.state.audit.AuditBreak;
import dev.sluice.state.audit.AuditEntry;
import dev.sluice.state.audit.AuditFilter;
import dev.sluice.state.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The hash-chained log. */
@Command(
    name = "audit",
    header = "Read and verify the log of everything that changed this site.",
    footer = {"sluice audit log --object rq-7f2a", "sluice audit verify"},
    subcommands = {AuditCommand.Log.class, AuditCommand.Verify.class})
public final class AuditCommand extends CommandGroup {
  /** Prints the log. */
  @Command(
      name = "log",
      header = "Print the log, oldest first.",
      footer = {"sluice audit log", "sluice audit log --by ana --object rq-7f2a"})
  public static final class Log extends SiteCommand {
    @Option(names = "--object", paramLabel = "ID", description = "Only entries about this object.")
    private String object;

    @Option(names = "--by", paramLabel = "NAME", description = "Only entries of this person.")
    private String by;

    public Log(Invocation invocation) {
      super(invocation);
    }

    @Override
    ExitCode run(Session session) throws Exception {
      List<AuditEntry> entries =
          session.<List<AuditEntry>, RuntimeException>read(
              view -> {
                AuditFilter filter = AuditFilter.ALL;
                if (object != null) {
                  filter = filter.about(ShortIds.of(view).find(object).text());
                }
                if (by != null) {
                  filter = filter.by(by);
                }
                try (Stream<AuditEntry> found = view.audit().entries(filter)) {
                  return found.toList();
                }
              });
      Table table = Table.headed("SEQ", "TIME", "WHO", "WHAT", "ABOUT");
      var rows = new ArrayList<Json>();
      for (AuditEntry entry : entries) {
        rows.add(json(entry));
        table.row(
            SafeText.of(Long.toString(entry.sequence())),
            SafeText.of(entry.time().toString()),
            SafeText.of(entry.event().actor()),
            SafeText.of(entry.event().action()),
            SafeText.of(String.join(" ", entry.event().subjects())));
      }
      return session.answer(
          "sluice.audit/1", Json.array(rows), console -> console.out().print(table));
    }

    private static Json json(AuditEntry entry) {
      return Json.object()
          .put("action", entry.event().action())
          .put("by", entry.event().actor())
          .put("details", entry.event().details())
          .put("seq", entry.sequence())
          .put("subjects", Json.texts(entry.event().subjects()))
          .put("time", entry.time().toString())
          .build();
    }
  }

  /** Walks the chain. */
  @Command(
      name = "verify",
      header = "Check that no entry of the log was changed, added or taken out.",
      footer = {"sluice audit verify", "sluice audit verify --json"})
  public static final class Verify extends SiteCommand {
    public Verify(Invocation invocation) {
      super(invocation);
    }

    @Override
    ExitCode run(Session session) throws Exception {
      Optional<AuditBreak> broken =
          session.<Optional<AuditBreak>, RuntimeException>read(view -> view.audit().verify());
      if (broken.isPresent()) {
        throw new CliException(ExitCode.STORE, SafeText.literal("the audit log was tampered with"))
            .fact("entry", broken.get().sequence())
            .fact("found", broken.get().fault().toString());
      }
      Facts facts =
          session.<Facts, RuntimeException>read(
              view ->
                  Facts.none()
                      .and("entries", view.audit().sequence())
                      .and("head", view.audit().head().hex()));
      return session.answer(
          "sluice.audit-verify/1",
          facts.json(),
          console -> {
            console.out().print(facts);
            console.out().print(SafeText.literal("The chain is intact."));
          });
    }
  }
}
