package dev.sluice.cli.command;

import dev.sluice.api.BundleFolders;
import dev.sluice.bundle.Trust;
import dev.sluice.bundle.UntrustedBundle;
import dev.sluice.bundle.VerifiedCopy;
import dev.sluice.bundle.age.AgeIdentity;
import dev.sluice.bundle.model.BundleLimits;
import dev.sluice.bundle.model.Contents;
import dev.sluice.bundle.model.Direction;
import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.Json;
import dev.sluice.canonical.NotCanonicalException;
import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.DataSize;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Facts;
import dev.sluice.cli.console.Table;
import dev.sluice.state.feed.FeedEntry;
import dev.sluice.state.feed.Slice;
import dev.sluice.state.files.PrivateFiles;
import dev.sluice.state.text.SafeText;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Looks into a bundle. */
@Command(
    name = "inspect",
    header = "Verify a bundle, open it and list what is in it, without importing.",
    footer = {
      "sluice inspect stick/SLUICE/000042-3f9a1c2d",
      "sluice -C high inspect stick/SLUICE/000042-3f9a1c2d --json"
    })
public final class InspectCommand extends SiteCommand {
  @Parameters(paramLabel = "PATH", description = "A bundle's folder.")
  private Path path;

  public InspectCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session) throws Exception {
    List<Path> found = BundleFolders.at(invocation().resolve(path));
    if (found.size() != 1) {
      throw new CliException(ExitCode.USAGE, SafeText.literal("there is more than one bundle"))
          .help(SafeText.sentence("sluice inspect {}", found.get(0)));
    }
    Direction incoming = session.site().kind().sends().map(Direction::reverse).orElseThrow();
    Path staging = Files.createTempDirectory("sluice-inspect-");
    try {
      var copy =
          VerifiedCopy.take(
              UntrustedBundle.at(found.get(0), BundleLimits.STANDARD),
              Trust.ofSite(incoming, session.believed()),
              staging);
      AgeIdentity identity =
          session
              .keys()
              .identity(copy.bundle().pairing().pairing().address(incoming), session::passphrase);
      Contents contents =
          copy.open(
              List.of(identity),
              (name, bytes, content) -> content.transferTo(OutputStream.nullOutputStream()));
      return answer(session, copy, contents);
    } finally {
      PrivateFiles.clear(staging);
    }
  }

  private static ExitCode answer(Session session, VerifiedCopy copy, Contents contents)
      throws Exception {
    Slice slice = slice(contents);
    Facts facts =
        BundleFacts.of(copy.bundle().signed())
            .and("batches", slice.entries().size())
            .and("from position", slice.from())
            .and("confirms up to", slice.receipt().position())
            .and("answers", slice.receipt().outcomes().size())
            .and("documents and blobs", contents.entries().size());
    Table table = Table.headed("POSITION", "ROOT", "TYPE", "OBJECTS");
    for (FeedEntry entry : slice.entries()) {
      table.row(
          SafeText.of(Long.toString(entry.position())),
          SafeText.of(entry.batch().root().text()),
          SafeText.of(entry.batch().rootKind()),
          SafeText.of(Integer.toString(entry.batch().items().size())));
    }
    Json data =
        Json.object().put("bundle", facts.json()).put("payload", contents.payload()).build();
    return session.answer(
        "sluice.inspect/1",
        data,
        console -> {
          console.out().print(facts);
          console.out().print(table);
          long bytes = contents.entries().stream().mapToLong(Contents.Entry::bytes).sum();
          console
              .out()
              .print(SafeText.sentence("{} unpacked. Nothing was imported.", DataSize.text(bytes)));
        });
  }

  private static Slice slice(Contents contents) {
    try {
      return Slice.parse(CanonicalJson.write(contents.payload()));
    } catch (NotCanonicalException e) {
      throw new CliException(
              ExitCode.UNSAFE_CONTENT, SafeText.sentence("{}", String.valueOf(e.getMessage())))
          .because(e);
    }
  }
}
