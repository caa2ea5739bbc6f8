package dev.sluice.cli.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.Json;
import dev.sluice.canonical.JsonLimits;
import dev.sluice.canonical.NotCanonicalException;
import dev.sluice.cli.command.Invocation;
import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.Console;
import dev.sluice.cli.console.Effect;
import dev.sluice.cli.console.Environment;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.PassphraseSource;
import dev.sluice.cli.console.Style;
import dev.sluice.cli.console.StyledText;
import dev.sluice.cli.console.Terminal;
import dev.sluice.state.text.SafeText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;

/** Where the story is played: a folder, in which commands are run and shown. */
final class Stage {
  private static final String PASSPHRASE_FILE = "passphrase.txt";

  private final Invocation invocation;
  private final DemoCommand.Program program;
  private final Path folder;

  Stage(Invocation invocation, DemoCommand.Program program, Path folder) {
    this.invocation = invocation;
    this.program = program;
    this.folder = folder;
  }

  /** Starts a part of the story. */
  void scene(SafeText title) {
    console().out().print(SafeText.EMPTY);
    console().out().print(StyledText.of(Style.BOLD, SafeText.literal("# ").plus(title)));
  }

  /** Tells what happens in between. */
  void tell(SafeText line) {
    console().out().print(StyledText.of(Style.DIM, SafeText.literal("  ").plus(line)));
  }

  /** Puts an example file into the folder. */
  void file(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  void carry(String from, String to) throws IOException {
    Files.copy(folder.resolve(from), folder.resolve(to));
    console().out().print(SafeText.sentence("$ cp {} {}", from, to));
  }

  /** Runs a command of one site and shows it with its output; it has to succeed. */
  void run(String site, String... words) {
    console().out().print(SafeText.sentence("$ sluice -C {} {}", site, typed(words)));
    int exit = program.run(arguments(site, words), environment(invocation.environment().out()));
    if (exit != 0) {
      throw new CliException(
              ExitCode.FAILURE, SafeText.literal("the story stopped: this command failed"))
          .fact("command", "sluice -C " + site + " " + String.join(" ", words))
          .effect(Effect.UNKNOWN);
    }
  }

  /** Runs a command without showing it and gives the data of its JSON answer. */
  Json ask(String site, String... words) {
    var out = new ByteArrayOutputStream();
    var asked = new java.util.ArrayList<>(List.of(words));
    asked.add("--json");
    program.run(
        arguments(site, asked.toArray(String[]::new)),
        environment(new PrintStream(out, true, UTF_8)));
    try {
      Json answer = CanonicalJson.parseLenient(out.toByteArray(), JsonLimits.DOCUMENT);
      return ((Json.Obj) answer).fields().get("data");
    } catch (NotCanonicalException e) {
      throw new IllegalStateException("no JSON answer to " + String.join(" ", words), e);
    }
  }

  /** The beginning of an id, as a person would type it. */
  static String shortened(String id) {
    return id.substring(0, Math.min(id.length(), "rq-00000000".length()));
  }

  private String[] arguments(String site, String[] words) {
    var arguments = new java.util.ArrayList<>(List.of("-C", site, "--no-input"));
    arguments.addAll(List.of(words));
    return arguments.toArray(String[]::new);
  }

  private Environment environment(PrintStream out) {
    Environment real = invocation.environment();
    var variables = new HashMap<>(real.variables());
    variables.put(PassphraseSource.VARIABLE, PASSPHRASE_FILE);
    return new Environment(
        new ByteArrayInputStream(new byte[0]),
        out,
        real.err(),
        variables,
        folder,
        real.clock(),
        Terminal.NONE,
        real.hidden());
  }

  private static String typed(String[] words) {
    var line = new StringBuilder();
    for (String word : words) {
      boolean plain = word.matches("[A-Za-z0-9@._/:=+-]+");
      line.append(line.length() == 0 ? "" : " ").append(plain ? word : '"' + word + '"');
    }
    return line.toString();
  }

  private Console console() {
    return invocation.console();
  }

  /** Writes the passphrase that the keys of both sites get. */
  void passphrase(String passphrase) throws IOException {
    Path file = folder.resolve(PASSPHRASE_FILE);
    Files.writeString(file, passphrase + "\n");
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(
          file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
    }
  }
}
