package dev.sluice.cli.command;

import dev.sluice.cli.console.Asking;
import dev.sluice.cli.console.Colour;
import dev.sluice.cli.console.Glyphs;
import dev.sluice.cli.console.ProgressForm;
import dev.sluice.cli.console.Volume;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command takes, before or after its name. */
public final class GlobalOptions {
  @Option(
      names = {"-C", "--store"},
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "Work on the store in DIR (else SLUICE_STORE, else the working directory).")
  private Path store;

  @Option(
      names = "--as",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description = "Act as NAME, in the log and in decisions (else the user of this machine).")
  private String as;

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Answer with one JSON document.")
  private boolean json;

  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT,
      description = "Say nothing beside the answer, warnings and errors.")
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Say more; after an error, where in the program it happened.")
  private boolean verbose;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      scope = ScopeType.INHERIT,
      description = "Use colour: auto, always or never.")
  private Colour colour = Colour.AUTO;

  @Option(
      names = "--progress",
      paramLabel = "FORM",
      scope = ScopeType.INHERIT,
      description = "Tell how far long steps have come: auto (at a terminal), json or never.")
  private ProgressForm progress = ProgressForm.AUTO;

  @Option(
      names = "--no-input",
      scope = ScopeType.INHERIT,
      description = "Never ask; end with exit code 6 where an answer is needed.")
  private boolean noInput;

  @Option(
      names = "--ascii",
      scope = ScopeType.INHERIT,
      description = "Print ASCII only; mark every other character.")
  private boolean ascii;

  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "Take the passphrase from the first line of FILE.")
  private Path passphraseFile;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Print the help of a command.")
  @SuppressWarnings("UnusedVariable") // picocli acts on it
  private boolean help;

  Optional<Path> store() {
    return Optional.ofNullable(store);
  }

  Optional<String> as() {
    return Optional.ofNullable(as);
  }

  boolean json() {
    return json;
  }

  Optional<Path> passphraseFile() {
    return Optional.ofNullable(passphraseFile);
  }

  Volume volume() {
    if (quiet) {
      return Volume.QUIET;
    }
    return verbose ? Volume.VERBOSE : Volume.NORMAL;
  }

  Colour colour() {
    return colour;
  }

  ProgressForm progress() {
    return progress;
  }

  Glyphs glyphs() {
    return ascii ? Glyphs.ASCII : Glyphs.UNICODE;
  }

  Asking asking() {
    return noInput ? Asking.FORBIDDEN : Asking.ALLOWED;
  }
}
