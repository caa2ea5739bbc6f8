package dev.sluice.cli.command;

import dev.sluice.canonical.Json;
import dev.sluice.cli.console.DataSize;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.datasite.Datasite;
import dev.sluice.state.ObjectId;
import dev.sluice.state.PartRef;
import dev.sluice.state.store.StoreException;
import dev.sluice.state.text.SafeText;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/** One part as the answer of a command: on the terminal, inert, or byte by byte in a new file. */
record PartAnswer(Datasite site, PartRef part, ObjectId object) {
  static PartAnswer of(Datasite site, PartRef part, ObjectId object) {
    return new PartAnswer(site, part, object);
  }

  ExitCode print(Session session, String schema) throws StoreException, IOException {
    List<SafeText> lines = PartText.lines(site, part);
    Json data =
        facts().put("lines", Json.texts(lines.stream().map(SafeText::toString).toList())).build();
    return session.answer(schema, data, console -> console.out().print(lines));
  }

  /** Writes the part to {@code file}, which must not exist; only its owner can read it. */
  ExitCode write(Session session, String schema, Path file) throws StoreException, IOException {
    try (InputStream in = site.open(part);
        OutputStream out = NewFile.open(file, "--output")) {
      in.transferTo(out);
    }
    return session.answer(
        schema,
        facts().put("file", file.toString()).build(),
        console ->
            console
                .out()
                .print(SafeText.sentence("Wrote {} to {}.", DataSize.text(part.bytes()), file)));
  }

  private Json.Builder facts() {
    return Json.object()
        .put("bytes", part.bytes())
        .put("id", object.text())
        .put("sha256", part.digest());
  }
}
