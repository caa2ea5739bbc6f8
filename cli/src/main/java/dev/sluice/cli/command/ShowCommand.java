package dev.sluice.cli.command;

import dev.sluice.canonical.Json;
import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.Console;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Facts;
import dev.sluice.datasite.Datasite;
import dev.sluice.state.ObjectId;
import dev.sluice.state.PartRef;
import dev.sluice.state.Side;
import dev.sluice.state.StateObject;
import dev.sluice.state.kind.Exposure;
import dev.sluice.state.kind.Kind;
import dev.sluice.state.text.SafeText;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows an object without letting its content act on the terminal. */
@Command(
    name = "show",
    header = "Look at one object safely: its fields, its parts, and the content of one part.",
    footer = {"sluice show cd-91e0", "sluice show rs-55d0 --part value --output totals.csv"})
public final class ShowCommand extends DatasiteCommand {
  private static final String SCHEMA = "sluice.object/1";

  @Parameters(paramLabel = "OBJECT", description = "The start of its id.")
  private String object;

  @Option(names = "--part", paramLabel = "NAME", description = "The content of this part only.")
  private String part;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write that part to a new file, byte by byte.")
  private Path output;

  @Option(
      names = "--for",
      paramLabel = "EMAIL",
      description = "On the low side: with what was released to this person, its owner.")
  private String reader;

  public ShowCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session, Datasite site) throws Exception {
    StateObject found =
        session.<StateObject, RuntimeException>read(
            view -> {
              ObjectId id = ShortIds.of(view).find(object);
              return view.find(id).orElseThrow(() -> waiting(id));
            });
    Kind kind = session.kinds().kind(found.kind()).orElseThrow();
    if (part == null && output != null) {
      throw new CliException(ExitCode.USAGE, SafeText.literal("--output needs --part"));
    }
    return part == null
        ? printObject(session, site, found, kind)
        : answerPart(session, site, found, kind);
  }

  /** Whether what is released to the owner of {@code found} may be read by whoever asks. */
  private boolean isReader(StateObject found) {
    if (reader != null && !found.owner().equals(reader.strip().toLowerCase(Locale.ROOT))) {
      throw new CliException(
          ExitCode.USAGE, SafeText.sentence("{} belongs to another person", found.id()));
    }
    return reader != null;
  }

  private static CliException waiting(ObjectId id) {
    return new CliException(
            ExitCode.USAGE, SafeText.sentence("{} waits in a batch and is not live yet", id))
        .help(SafeText.literal("sluice batch list --incoming"));
  }

  private ExitCode answerPart(Session session, Datasite site, StateObject found, Kind kind)
      throws Exception {
    PartRef ref = found.part(part).orElseThrow(() -> noPart(found));
    if (session.side() == Side.LOW
        && !isReader(found)
        && kind.part(part).filter(Exposure.SHARED::equals).isEmpty()) {
      throw new CliException(
              ExitCode.NEEDS_REVIEW, SafeText.literal("this part is for one researcher only"))
          .help(SafeText.sentence("sluice show {} --part {} --for EMAIL", object, part));
    }
    var answer = PartAnswer.of(site, ref, found.id());
    return output == null
        ? answer.print(session, SCHEMA)
        : answer.write(session, SCHEMA, invocation().resolve(output));
  }

  private static CliException noPart(StateObject found) {
    var refusal =
        new CliException(ExitCode.USAGE, SafeText.literal("the object has no such part here"));
    found.parts().keySet().forEach(name -> refusal.help(SafeText.sentence("--part {}", name)));
    return refusal;
  }

  private ExitCode printObject(Session session, Datasite site, StateObject found, Kind kind)
      throws Exception {
    var contents = new TreeMap<String, List<SafeText>>();
    for (var entry : found.parts().entrySet()) {
      if (kind.part(entry.getKey()).filter(Exposure.SHARED::equals).isPresent()) {
        contents.put(entry.getKey(), PartText.lines(site, entry.getValue()));
      }
    }
    boolean theirs = isReader(found);
    Facts fields = ObjectFacts.fields(found, kind, theirs ? Side.HIGH : session.side());
    Facts agreed = ObjectFacts.agreed(session, found.id());
    Facts parts = ObjectFacts.parts(found, kind);
    Json data =
        Json.object()
            .put("agreed", agreed.json())
            .put("fields", fields.json())
            .put("id", found.id().text())
            .put("kind", found.kind())
            .put("owner", found.owner())
            .put("parts", parts.json())
            .put("removed", new Json.Bool(found.isRemoved()))
            .build();
    Facts head = Facts.none().and(found.kind(), found.id().text()).and("owner", found.owner());
    return session.answer(
        SCHEMA,
        data,
        console -> {
          console.out().print(head.and(agreed).and(fields));
          if (found.isRemoved()) {
            console.out().print(SafeText.literal("It was removed; only this tombstone is left."));
          }
          print(console, parts, contents);
        });
  }

  private static void print(Console console, Facts parts, Map<String, List<SafeText>> contents) {
    console.out().print(parts);
    contents.forEach(
        (name, lines) -> {
          console.out().print(SafeText.sentence("--- {}", name));
          lines.forEach(line -> console.out().print(SafeText.literal("  | ").plus(line)));
        });
  }
}
